package dev.tocsin.thresholds;

import java.time.Duration;
import java.util.Locale;

/** Writes values as the document has them, with their units. */
final class Units {
    private Units() {}

    /** @param component of the settings record, whose end names the unit of a number */
    static String text(Object value, String component) {
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof Double number) {
            return number(number) + unit(component);
        }
        return value.toString();
    }

    private static String unit(String component) {
        if (component.endsWith(Setting.KMH)) {
            return " km/h";
        }
        return component.endsWith(Setting.KM) ? " km" : "";
    }

    private static String number(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : Double.toString(number);
    }

    /** In the largest unit that needs no fraction; days only from two on, as people say 24 h. */
    private static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 86_400_000 == 0 && millis >= 2 * 86_400_000) {
            return millis / 86_400_000 + " d";
        }
        if (millis % 3_600_000 == 0 && millis > 0) {
            return millis / 3_600_000 + " h";
        }
        if (millis % 60_000 == 0 && millis > 0) {
            return millis / 60_000 + " min";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
    }
}
