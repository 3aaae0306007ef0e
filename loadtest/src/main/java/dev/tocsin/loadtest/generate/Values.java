package dev.tocsin.loadtest.generate;

import dev.tocsin.loadtest.market.Attack;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Reads what options say, and tells in a sentence what is wrong with it. */
final class Values {
    private static final Pattern SHARD = Pattern.compile("(\\d{1,5})/(\\d{1,5})");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?(ms|s|min|h|d)");

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private Values() {}

    static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(text + " is not a whole number, such as 1000000.");
        }
    }

    static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(text + " is not a number, such as 0.001.");
        }
    }

    static long count(String option, long value, long most) {
        if (value < 1 || value > most) {
            throw new Mistake("%s must be from 1 to %,d; it was %,d.".formatted(option, most, value));
        }
        return value;
    }

    static double share(String option, double value) {
        if (!(value >= 0 && value <= 1)) { // false for NaN
            throw new Mistake(option + " is a share from 0 to 1, such as 0.001; it was " + value + ".");
        }
        return value;
    }

    static Instant instant(String option, String text) {
        Instant value = parsed(option, text);
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            throw new Mistake(option + " must be from 2000 to 2100; it was " + value + ".");
        }
        return value;
    }

    private static Instant parsed(String option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Mistake(option + " is a time such as 2026-01-05T00:00:00Z; it was " + text + ".");
        }
    }

    /** From {@code 2/4}, the second of four: its index from 0, and how many there are. */
    static int[] shard(String text) {
        Matcher parts = SHARD.matcher(text);
        if (parts.matches()) {
            int number = Integer.parseInt(parts.group(1));
            int of = Integer.parseInt(parts.group(2));
            if (number >= 1 && number <= of) {
                return new int[] {number - 1, of};
            }
        }
        throw new Mistake("--shard is one of several, such as 2/4 for the second of four; it was " + text + ".");
    }

    static Duration duration(String option, String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new Mistake(option + " is a time such as 500 ms, 30 s, 5 min, 2 h or 1 d; it was " + text + ".");
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** From {@code mailbox=0.001,naive=0.01}. */
    static Map<Attack, Double> attacks(String text) {
        Map<Attack, Double> shares = new EnumMap<>(Attack.class);
        for (String item : text.split(",", -1)) {
            List<String> parts = List.of(item.strip().split("=", -1));
            Attack kind = Attack.find(parts.get(0).strip()).orElseThrow(() -> new Mistake(unknown(parts.get(0))));
            if (parts.size() != 2) {
                throw new Mistake("--attacks: give a share with each kind, such as " + kind.id() + "=0.001.");
            }
            if (shares.put(kind, share("--attacks: " + kind.id(), number(kind, parts.get(1)))) != null) {
                throw new Mistake("--attacks: " + kind.id() + " is there twice.");
            }
        }
        if (shares.values().stream().mapToDouble(share -> share).sum() > 1) {
            throw new Mistake("--attacks: the shares add up to more than 1.");
        }
        return shares;
    }

    private static double number(Attack kind, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new Mistake(
                    "--attacks: %s is a share from 0 to 1, such as 0.001; it was %s.".formatted(kind.id(), text));
        }
    }

    private static String unknown(String id) {
        return "--attacks: there is no kind %s; there are %s."
                .formatted(
                        id.isBlank() ? "without a name" : id,
                        Attack.all().stream().map(Attack::id).collect(Collectors.joining(", ")));
    }
}
