package dev.tocsin.thresholds;

import dev.tocsin.yaml.Value;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One component of a settings record as the document has it: {@code maxSpeedKmh} is the key {@code max-speed} and a speed.
 *
 * <p>The one place that knows how records and documents correspond.
 */
record Setting(RecordComponent component, String key, Value<?> value) {
    static final String KMH = "Kmh";
    static final String KM = "Km";

    /** In the record's order. */
    static List<Setting> of(Class<?> record) {
        return Stream.of(record.getRecordComponents()).map(Setting::of).toList();
    }

    private static Setting of(RecordComponent component) {
        return new Setting(component, key(component.getName()), value(component));
    }

    /** The component of a record as the document writes it. */
    String text(Object record) {
        return Units.text(get(record), component.getName());
    }

    Object get(Object record) {
        try {
            component.getAccessor().setAccessible(true); // the records are their detectors' own
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible); // an accessor only returns
        }
    }

    private static String key(String name) {
        String bare = name.replaceFirst("(" + KMH + '|' + KM + ")$", "");
        return bare.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Value<?> value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == Duration.class) {
            return Value.DURATION;
        }
        if (type == double.class) {
            return number(component.getName());
        }
        if (type == int.class) {
            return Value.COUNT;
        }
        throw new IllegalStateException("no document value for " + component); // ThresholdsTest reads every record
    }

    private static Value<Double> number(String name) {
        if (name.endsWith(KMH)) {
            return Value.SPEED;
        }
        return name.endsWith(KM) ? Value.DISTANCE : Value.NUMBER;
    }
}
