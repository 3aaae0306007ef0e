package dev.tocsin.detection;

import dev.tocsin.account.Landmark;
import java.time.Duration;

/**
 * What operators may tune of a detector: a record whose constructor refuses values that make no sense.
 *
 * <p>A component's type and the end of its name give its unit: {@link Duration}, {@code …Km}, {@code …Kmh}; a bare number
 * is a count. The thresholds document calls {@code maxSpeedKmh} {@code max-speed} and writes {@code 900 km/h}.
 */
public interface DetectorSettings {
    Duration cooldown();

    /**
     * Refuses a setting that is out of its range.
     *
     * @throws IllegalArgumentException with the sentence
     */
    static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** A seasonal seller's year is the longest silence that makes sense. */
    int MAX_SILENCE_DAYS = 365;

    /** The range that every silence has; memory keeps no shorter one. */
    static void checkSilence(Duration silence) {
        check(
                silence.toDays() >= Landmark.MIN_SILENCE_DAYS && silence.toDays() <= MAX_SILENCE_DAYS,
                "silence must be between 30 d and 365 d");
    }

    /** The range that every cooldown has; memory forgets older alerts. */
    static void checkCooldown(Duration cooldown) {
        check(
                !cooldown.isNegative() && cooldown.compareTo(Duration.ofDays(7)) <= 0,
                "cooldown must be between 0 and 7 d");
    }
}
