package dev.tocsin.detection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects a signal's facts in the order they were put; values are short and plain, missing ones are left out. */
public final class Facts {
    private final Map<String, String> facts = new LinkedHashMap<>();

    Facts put(String key, @Nullable Object value) {
        if (value != null) {
            facts.put(key, value.toString());
        }
        return this;
    }

    Map<String, String> map() {
        return Collections.unmodifiableMap(facts);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A number that is counted no further than to a bound. */
    static String upTo(int bound, int count) {
        return count >= bound ? "at least " + bound : String.valueOf(count);
    }

    static String day(int dayOfEpoch) {
        return LocalDate.ofEpochDay(dayOfEpoch).toString();
    }

    /** The time of the day in UTC, to the minute. */
    static String clock(Instant at) {
        return clock(at.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3_600.0);
    }

    static String clock(double hours) {
        int minutes = (int) Math.round(hours * 60) % (24 * 60);
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    /** A span of time as people say it, to the second below a minute, else to the minute: {@code "2 h 5 min"}. */
    public static String span(Duration span) {
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            return span.toSeconds() + " s";
        }
        if (span.compareTo(Duration.ofHours(1)) < 0) {
            return span.toMinutes() + " min";
        }
        if (span.compareTo(Duration.ofDays(3)) <= 0) {
            return span.toMinutesPart() == 0
                    ? span.toHours() + " h"
                    : span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return span.toDays() + " d";
    }
}
