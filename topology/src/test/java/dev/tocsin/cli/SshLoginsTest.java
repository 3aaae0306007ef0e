package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.cli.SshLogins.Attempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped thresholds over real logins, by the command itself. */
class SshLoginsTest {
    private static List<Attempt> attempts = List.of();
    private static List<JsonNode> alerts = List.of();
    private static String report = "";

    @BeforeAll
    static void replay(@TempDir Path folder) throws IOException {
        attempts = SshLogins.read();
        Path events = Files.write(
                folder.resolve("ssh.jsonl"),
                attempts.stream().map(Attempt::json).toList());
        Path out = folder.resolve("alerts.jsonl");
        CommandLineRun run = new CommandLineRun().tocsin("replay", "--events", events, "--out", out);
        report = run.err();
        assertThat(run.exitCode()).as(report).isZero();
        alerts = new JsonMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(out.toFile())
                .readAll();
    }

    @Test
    void every_attempt_is_read() {
        assertThat(report).contains("events       1,268 of ", "bad lines    0");
    }

    /** The account is a day old, so the velocity has no baseline yet: it takes the 31st attempt. */
    @ParameterizedTest
    @CsvSource({"failed-burst, LOW, 9, 137, 410", "login-velocity-spike, MEDIUM, 30, 116, 345"})
    void staged_brute_force_is_flagged_minutes_before_it_succeeds(
            String detector, String severity, int attempt, int failuresLeft, int secondsLeft) {
        List<Attempt> staged = attempts("attack_staged_bruteforce");
        Attempt success = staged.get(staged.size() - 1);
        assertThat(staged).hasSize(148).filteredOn(Attempt::succeeded).containsExactly(success);

        assertThat(flags("attack_staged_bruteforce", detector)).singleElement().satisfies(flag -> {
            Attempt flagged = attempt(flag);
            assertThat(text(flag, "severity")).isEqualTo(severity);
            assertThat(text(flag, "account_id")).isEqualTo("elastic_user_0");
            assertThat(staged.indexOf(flagged)).isEqualTo(attempt);
            assertThat(staged.indexOf(success) - staged.indexOf(flagged) - 1).isEqualTo(failuresLeft);
            assertThat(Duration.between(Instant.parse(flagged.at()), Instant.parse(success.at())))
                    .isEqualTo(Duration.ofSeconds(secondsLeft));
        });
    }

    /** From an address that the account had used before, and from where the failures came. */
    @Test
    void success_of_the_staged_brute_force_is_flagged_as_such() {
        assertThat(flags("attack_staged_bruteforce", "burst-then-success"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(text(flag, "severity")).isEqualTo("MEDIUM");
                    assertThat(attempt(flag).succeeded()).isTrue();
                });
    }

    /**
     * The demonstration accounts log in from Lisbon and from New Milford in turns, minutes apart, from their first day on:
     * more than one person, or one with an exit over there. Both places are known by then, and the log has no devices.
     */
    @Test
    void legitimate_attempts_raise_nothing_at_medium_or_above() {
        assertThat(attempts("legit")).hasSize(251);
        assertThat(alerts)
                .filteredOn(alert -> attempt(alert).label().equals("legit"))
                .extracting(alert -> text(alert, "detector")
                        + ' '
                        + text(alert, "severity")
                        + ' '
                        + text(alert, "account_id")
                        + ' '
                        + text(alert, "occurred_at"))
                .containsExactlyInAnyOrder(
                        "impossible-travel LOW elastic_user_1 2017-03-30T11:47:54Z",
                        "impossible-travel LOW elastic_user_6 2017-03-30T14:42:14Z",
                        "impossible-travel LOW elastic_user_8 2017-03-30T14:59:07Z",
                        "impossible-travel LOW elastic_user_9 2017-03-30T15:17:24Z");
    }

    @Test
    void background_guessing_is_flagged_as_bursts_only() {
        Map<String, Long> flagged = alerts.stream()
                .filter(alert -> attempt(alert).label().equals("attack_background"))
                .collect(Collectors.groupingBy(
                        alert -> text(alert, "detector") + ' ' + text(alert, "account_id"),
                        TreeMap::new,
                        Collectors.counting()));

        assertThat(flagged)
                .containsExactly(
                        entry("failed-burst (no name)", 1L),
                        entry("failed-burst admin", 2L),
                        entry("failed-burst root", 7L),
                        entry("failed-burst test", 1L),
                        entry("login-velocity-spike (no name)", 1L),
                        entry("login-velocity-spike admin", 1L),
                        entry("login-velocity-spike root", 3L));
    }

    private static List<JsonNode> flags(String label, String detector) {
        return alerts.stream()
                .filter(alert -> text(alert, "detector").equals(detector))
                .filter(alert -> attempt(alert).label().equals(label))
                .toList();
    }

    private static List<Attempt> attempts(String label) {
        return attempts.stream()
                .filter(attempt -> attempt.label().equals(label))
                .toList();
    }

    /** The attempt that completed an alert. */
    private static Attempt attempt(JsonNode alert) {
        JsonNode evidence = alert.get("evidence");
        String completing = text(evidence.get(evidence.size() - 1), "event_id");
        return attempts.stream()
                .filter(attempt -> attempt.eventId().equals(completing))
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonNode object, String field) {
        return object.get(field).asText();
    }
}
