package dev.tocsin.detection;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects a signal's facts in the order they were put; values are short and plain, missing ones are left out. */
final class Facts {
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

    /** A span of time as people say it, to the second below a minute, else to the minute: {@code "2 h 5 min"}. */
    static String span(Duration span) {
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
