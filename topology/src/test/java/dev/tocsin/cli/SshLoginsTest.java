package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.cli.SshLogins.Attempt;
import dev.tocsin.detection.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void staged_brute_force_is_flagged_minutes_before_it_succeeds() {
        List<Attempt> staged = attempts("attack_staged_bruteforce");
        Attempt success = staged.get(staged.size() - 1);
        assertThat(staged).hasSize(148).filteredOn(Attempt::succeeded).containsExactly(success);

        List<JsonNode> flags = alerts.stream()
                .filter(alert -> text(alert, "detector").equals("login-velocity-spike"))
                .filter(alert -> attempt(alert).label().equals("attack_staged_bruteforce"))
                .toList();

        assertThat(flags).singleElement().satisfies(flag -> {
            Attempt flagged = attempt(flag);
            assertThat(text(flag, "severity")).isEqualTo("MEDIUM");
            assertThat(text(flag, "account_id")).isEqualTo("elastic_user_0");
            // the account is a day old, so the threshold without a baseline holds: the 31st attempt
            assertThat(staged.indexOf(flagged)).isEqualTo(30);
            assertThat(staged.indexOf(success) - staged.indexOf(flagged) - 1).isEqualTo(116);
            assertThat(Duration.between(Instant.parse(flagged.at()), Instant.parse(success.at())))
                    .isEqualTo(Duration.ofSeconds(345));
        });
    }

    /**
     * All that the attempts labelled as legitimate raise at MEDIUM or above. Each is on a demonstration account that
     * logs in from Lisbon and from New Milford in turns, 4 min to 2 h 17 min apart, in its first days: more than one
     * person, or one with an exit over there. The log has no devices that could tell. Learning ends early, after ten
     * logins, and a change of place counts as a habit after three days, which these accounts do not reach.
     */
    @Test
    void legitimate_attempts_raise_nothing_but_travel_of_accounts_in_two_places() {
        assertThat(attempts("legit")).hasSize(251);
        assertThat(alerts)
                .filteredOn(alert -> attempt(alert).label().equals("legit"))
                .filteredOn(alert -> Severity.valueOf(text(alert, "severity")).isAtLeast(Severity.MEDIUM))
                .extracting(alert -> text(alert, "detector")
                        + ' '
                        + text(alert, "severity")
                        + ' '
                        + text(alert, "account_id")
                        + ' '
                        + text(alert, "occurred_at"))
                .containsExactlyInAnyOrder(
                        "impossible-travel HIGH elastic_user_0 2017-03-29T20:07:08Z",
                        "new-country MEDIUM elastic_user_0 2017-03-29T20:07:08Z",
                        "impossible-travel HIGH elastic_user_1 2017-03-30T11:47:54Z",
                        "impossible-travel HIGH elastic_user_6 2017-03-30T14:42:14Z",
                        "impossible-travel HIGH elastic_user_8 2017-03-30T14:59:07Z",
                        "impossible-travel HIGH elastic_user_9 2017-03-30T15:17:24Z",
                        "new-country MEDIUM elastic_user_9 2017-03-30T15:17:24Z",
                        "new-country MEDIUM elastic_user_9 2017-03-31T17:30:34Z");
    }

    @Test
    void background_guessing_is_flagged_as_bursts_only() {
        assertThat(alerts)
                .filteredOn(alert -> attempt(alert).label().equals("attack_background"))
                .extracting(alert -> text(alert, "detector") + ' ' + text(alert, "account_id"))
                .containsExactly(
                        "login-velocity-spike root",
                        "login-velocity-spike (no name)",
                        "login-velocity-spike root",
                        "login-velocity-spike admin",
                        "login-velocity-spike root");
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
