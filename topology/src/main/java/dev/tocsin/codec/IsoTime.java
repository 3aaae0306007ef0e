package dev.tocsin.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads times as nearly everybody writes them, {@code 2026-03-01T12:00:00.123Z}, ten times as fast as {@code java.time}. */
final class IsoTime {
    private static final int WITH_SECONDS = "2026-03-01T12:00:00Z".length();
    private static final int WITH_MILLIS = "2026-03-01T12:00:00.000Z".length();

    /** Later ones need a sign before the year, and the latest of them do not fit into milliseconds. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private IsoTime() {}

    /** The time, or null where there is none, or one after the year 9999. */
    static @Nullable Instant parse(String text) {
        Instant usual = usual(text);
        if (usual != null) {
            return usual;
        }
        try {
            Instant time = Instant.parse(text);
            return time.isAfter(LATEST) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant usual(String text) {
        int length = text.length();
        boolean hasMillis = length == WITH_MILLIS;
        if ((!hasMillis && length != WITH_SECONDS) || !isPunctuated(text, hasMillis)) {
            return null;
        }
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        int millis = hasMillis ? number(text, 20, 3) : 0;
        int year = number(text, 0, 4);
        boolean isSurelyValid = month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour <= 23 && minute <= 59;
        if (!isSurelyValid || second > 59 || (year | hour | minute | second | millis) < 0) {
            return null;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400L + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, millis * 1_000_000L);
    }

    private static boolean isPunctuated(String text, boolean hasMillis) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (!hasMillis || text.charAt(19) == '.')
                && text.charAt(text.length() - 1) == 'Z';
    }

    /** A number of so many digits, negative when there is something else. */
    private static int number(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
