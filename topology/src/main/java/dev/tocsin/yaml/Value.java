package dev.tocsin.yaml;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.ValueRange;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text under a key must look like, and what it means. A number carries its unit; only counts and ratios are bare.
 *
 * @param expected completes the sentence "expected ..."
 * @param reader empty for text that is not such a value
 */
public record Value<T>(String expected, Function<String, Optional<T>> reader) {
    private static final ValueRange YEARS = ValueRange.of(0, 9_999);

    private static final String DECIMAL = "(\\d{1,9}(?:\\.\\d{1,6})?)";

    public static final Value<String> TEXT =
            new Value<>("text", text -> Optional.of(text.strip()).filter(value -> !value.isEmpty()));

    public static final Value<Boolean> YES_OR_NO = new Value<>("true or false", text -> switch (text) {
        case "true" -> Optional.of(true);
        case "false" -> Optional.of(false);
        default -> Optional.empty();
    });

    public static final Value<Integer> COUNT =
            matching("a whole number", "-?\\d{1,9}", match -> Integer.valueOf(match.group()));

    public static final Value<Double> NUMBER =
            matching("a number", "-?" + DECIMAL, match -> Double.valueOf(match.group()));

    public static final Value<Double> SPEED =
            matching("a speed such as \"900 km/h\"", DECIMAL + " ?km/h", match -> Double.valueOf(match.group(1)));

    public static final Value<Double> DISTANCE =
            matching("a distance such as \"500 km\"", DECIMAL + " ?km", match -> Double.valueOf(match.group(1)));

    public static final Value<Duration> DURATION = matching(
            "a duration such as \"24 h\" (units: ms, s, min, h, d)", "(\\d{1,9}) ?(ms|s|min|h|d)", Value::duration);

    /** Bytes. */
    public static final Value<Long> SIZE = matching(
            "a size such as \"512 MiB\" (units: MiB, GiB)",
            "(\\d{1,6}) ?([MG])iB",
            match -> Long.parseLong(match.group(1)) << ("M".equals(match.group(2)) ? 20 : 30));

    public static final Value<Instant> MOMENT = new Value<>("a moment such as \"2026-12-01T00:00:00Z\"", Value::moment);

    /** The moment at which it ends: a day counts to its end. */
    public static final Value<Instant> LAST_DAY = new Value<>(
            "a day such as 2027-01-31, which still counts, or a moment such as \"2027-01-31T12:00:00Z\"",
            text -> day(text).or(() -> moment(text)));

    /** One of some words. */
    public static <T> Value<T> oneOf(String expected, Function<String, Optional<T>> reader) {
        return new Value<>("one of " + expected, reader);
    }

    /** The same, with less allowed. */
    public Value<T> where(String nowExpected, Predicate<T> holds) {
        return new Value<>(nowExpected, text -> reader.apply(text).filter(holds));
    }

    private static <T> Value<T> matching(String expected, String pattern, Function<Matcher, T> meaning) {
        Pattern compiled = Pattern.compile(pattern);
        return new Value<>(expected, text -> Optional.of(compiled.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(meaning));
    }

    private static Optional<Instant> moment(String text) {
        return parsed(text, OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    }

    private static Optional<Instant> day(String text) {
        return parsed(text, LocalDate::parse)
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** In a year of four digits: farther away, a time has no number of milliseconds. */
    private static <T extends TemporalAccessor> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text.strip()))
                    .filter(time -> YEARS.isValidIntValue(time.get(ChronoField.YEAR)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration duration(Matcher match) {
        long amount = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
