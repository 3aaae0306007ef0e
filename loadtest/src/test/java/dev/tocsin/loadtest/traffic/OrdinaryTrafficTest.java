package dev.tocsin.loadtest.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerting.Alert;
import dev.tocsin.detection.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ordinary people through the production engine: how much is said about them, by whom. */
class OrdinaryTrafficTest {
    private static final long SEED = 7;
    private static final int ACCOUNTS = 3_000;
    private static final Instant FROM = Instant.parse("2026-08-01T00:00:00Z");

    /** The detector has just been installed and knows nobody. */
    private static final Instant LEARNED = FROM.plus(World.HISTORY);

    private static final Instant UNTIL = LEARNED.plus(Duration.ofDays(70));

    /**
     * While the detector learns, most of it is devices and networks that their owners have had for long; a forgotten password
     * before a new bank account is CRITICAL until the device is known for a month.
     */
    private static final double WORST_AT_FIRST = 21;

    /**
     * What remains are trips and VPN exits abroad without a second factor, second devices of people who seldom come, and
     * owners who change where their money goes on a new device or with a new password.
     */
    private static final double WORST_LATER = 8;

    private final List<Event> events = events();

    private static List<Event> events() {
        Population population = new Population(SEED, FROM, UNTIL);
        Diary diary = new Diary(SEED);
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(population::person)
                .flatMap(person -> diary.between(person, FROM, UNTIL).stream())
                .sorted(Event.BY_TIME)
                .toList();
    }

    @Test
    void ordinaryTraffic_raisesLittle() {
        List<Alert> alerts = new Replay().take(events);
        double atFirst = noise(alerts, FROM, LEARNED);
        double later = noise(alerts, LEARNED, UNTIL);
        assertThat(atFirst).isBetween(WORST_AT_FIRST / 4, WORST_AT_FIRST);
        assertThat(later).isBetween(WORST_LATER / 4, WORST_LATER);
    }

    /** Alerts of MEDIUM and worse per 10,000 attempts; what made them up is printed. */
    private double noise(List<Alert> all, Instant from, Instant to) {
        List<Alert> alerts =
                all.stream().filter(alert -> isIn(alert.occurredAt(), from, to)).toList();
        long attempts = events.stream()
                .filter(event -> isIn(event.at(), from, to))
                .mapToInt(event -> event.fold(login -> 1, change -> 0))
                .sum();
        double loud = alerts.stream()
                .filter(alert -> alert.signal().severity().isAtLeast(Severity.MEDIUM))
                .count();
        double noise = 10_000 * loud / attempts;
        System.out.printf(
                "%n%s to %s: %,d attempts, %.1f loud per 10,000%n%s%n", from, to, attempts, noise, table(alerts));
        return noise;
    }

    private static boolean isIn(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static String table(List<Alert> alerts) {
        Map<String, Map<Severity, Integer>> rows = new TreeMap<>();
        alerts.forEach(
                alert -> rows.computeIfAbsent(alert.signal().detector(), detector -> new EnumMap<>(Severity.class))
                        .merge(alert.signal().severity(), 1, Integer::sum));
        StringBuilder table =
                new StringBuilder("| | INFO | LOW | MEDIUM | HIGH | CRITICAL |\n|---|---|---|---|---|---|\n");
        rows.forEach((detector, counts) -> {
            table.append("| `").append(detector).append("` |");
            for (Severity severity : Severity.values()) {
                table.append(counts.containsKey(severity) ? " " + counts.get(severity) : "")
                        .append(" |");
            }
            table.append('\n');
        });
        return table.toString();
    }
}
