package dev.tocsin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code explain} over a file. */
class ExplainFileTest {
    private static final String RESET = change("reset", "2026-11-20T08:01:12Z", "PASSWORD_RESET");
    private static final String PAYOUT = change("payout", "2026-11-20T08:15:30Z", "PAYOUT_CHANGED");

    @TempDir
    private Path folder = Path.of("");

    private final CommandLineRun run = new CommandLineRun();

    @Test
    void sequence_is_explained_from_its_headline_to_who_was_not_asked() throws IOException {
        explain(List.of(RESET, PAYOUT), "--event", "payout");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Change PAYOUT_CHANGED of seller-4711, event payout\n")
                .contains("when           2026-11-20T08:15:30Z, came in order\n")
                .contains("thresholds     2026-11-25, segment default\n")
                .containsPattern(
                        "FIRED, and raised an alert\n(?s:.*)  reset-then-payout-change  CRITICAL  Payout change")
                .containsPattern(
                        "earlier change +PASSWORD_RESET 14 min before +needs PASSWORD_RESET, at most 72 h before")
                .containsPattern("session-replay +session not given +needs source.session_id")
                .containsPattern(
                        "password-change-then-payout +earlier change none, needs PASSWORD_CHANGED, at most 24 h")
                .contains("change PAYOUT_CHANGED, needs PAYOUT_REQUESTED:\n      payout-change-then-withdraw\n")
                .contains("NOT ASKED, they watch logins only (14)\n  anonymous-network, ");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 110);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void last_event_is_explained_when_none_is_named() throws IOException {
        explain(List.of(RESET, PAYOUT));

        assertThat(run.out()).startsWith("Change PAYOUT_CHANGED of seller-4711, event payout\n");
    }

    @Test
    void event_is_explained_at_its_arrival_and_what_later_ones_made_of_it_is_told() throws IOException {
        explain(
                List.of(RESET, PAYOUT, change("reset-2", "2026-11-20T08:10:00Z", "PASSWORD_RESET")),
                "--event",
                "payout");

        assertThat(run.out())
                .containsPattern("earlier change +PASSWORD_RESET 14 min before")
                .containsPattern("""
                        WHAT ELSE CAME OF IT
                          reset-then-payout-change  CRITICAL  WITHDRAWN by event reset-2, alert \\w+ of
                              2026-11-20T08:15:30Z
                          reset-then-payout-change  CRITICAL  RAISED by event reset-2,""");
    }

    @Test
    void late_and_out_of_order_events_say_that_they_were() throws IOException {
        explain(List.of(PAYOUT, RESET), "--event", "reset");
        assertThat(run.out())
                .contains("came after newer events and was put in its place")
                .contains("reset-then-payout-change  CRITICAL  RAISED by event reset");

        CommandLineRun late = new CommandLineRun();
        explain(
                late,
                List.of(PAYOUT, change("old", "2026-11-20T01:00:00Z", "PASSWORD_RESET_REQUESTED")),
                "--event",
                "old");
        assertThat(late.out())
                .contains("came later than the grace")
                .containsPattern("reset-request-flood +arrival later than the grace +needs earlier arrival");
    }

    @Test
    void repetition_is_told_and_changes_nothing() throws IOException {
        explain(List.of(RESET, PAYOUT, PAYOUT), "--event", "payout");

        assertThat(run.out())
                .containsPattern("reset-then-payout-change  CRITICAL")
                .endsWith("It came again, 1 more time; a repetition changes nothing.\n");
    }

    @Test
    void other_accounts_are_neither_mixed_in_nor_held_against_the_file() throws IOException {
        String other = RESET.replace("seller-4711", "seller-47110");
        explain(List.of(other, "rubbish of seller-1", PAYOUT), "--event", "payout");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("reset-then-payout-change +earlier change none");
    }

    @Test
    void account_is_found_however_its_id_is_escaped() throws IOException {
        explain(List.of(RESET.replace("seller", "\\u0073eller"), PAYOUT), "--event", "payout");

        assertThat(run.out()).containsPattern("earlier change +PASSWORD_RESET 14 min before");
    }

    @Test
    void line_of_the_account_that_cannot_be_read_is_told() throws IOException {
        explain(List.of(RESET.replace("PASSWORD_RESET", "PASSWORD_LOST"), PAYOUT), "--event", "payout");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("line 1: change: expected one of [");
        assertThat(run.out()).startsWith("Change PAYOUT_CHANGED");
    }

    @Test
    void gzip_comes_in_through_standard_input() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((RESET + "\r\n" + PAYOUT).getBytes(UTF_8));
        }
        run.input(bytes.toByteArray()).tocsin("explain", "--account", "seller-4711", "--events", "-");

        assertThat(run.out()).startsWith("Change PAYOUT_CHANGED of seller-4711, event payout\n");
    }

    @Test
    void operators_own_thresholds_are_judged_by_and_what_is_off_is_named() throws IOException {
        Path thresholds = Files.writeString(folder.resolve("t.yaml"), """
                version: mine
                detectors:
                  new-city: {enabled: false}
                  reset-then-payout-change: {critical-within: 1 min, high-within: 5 min, window: 10 min}
                """);
        explain(List.of(RESET, PAYOUT), "--event", "payout", "--thresholds", thresholds.toString());

        assertThat(run.out())
                .contains("thresholds     mine,")
                .containsPattern(
                        "reset-then-payout-change +earlier change PASSWORD_RESET 14 min before, needs PASSWORD_RESET")
                .endsWith("SWITCHED OFF (1)\n  new-city\n");
    }

    @Test
    void json_has_names_that_stay() throws IOException {
        explain(List.of(RESET, PAYOUT), "--event", "payout", "--json");

        JsonNode json = new JsonMapper().readTree(run.out());
        assertThat(json.get("accountId").asText()).isEqualTo("seller-4711");
        assertThat(json.get("eventId").asText()).isEqualTo("payout");
        assertThat(json.get("arrival").asText()).isEqualTo("IN_ORDER");
        assertThat(json.get("event").get("what").asText()).isEqualTo("PAYOUT_CHANGED");
        JsonNode fired = json.get("detectors").findParents("result").stream()
                .filter(verdict -> verdict.get("result").asText().equals("FIRED"))
                .findFirst()
                .orElseThrow();
        assertThat(fired.get("alert").get("severity").asText()).isEqualTo("CRITICAL");
        assertThat(fired.get("checks").get(1).get("seen").asText()).isEqualTo("PASSWORD_RESET 14 min before");
        assertThat(fired.get("decision").findValuesAsText("what"))
                .containsExactly("allowlists", "such an alert before", "mode");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--account nobody --events FILE              | no event of account nobody is in ",
                "--account seller-4711 --event x --events FILE | account seller-4711 has 2 events in ",
                "--account seller-4711 --events missing      | missing: there is no such file",
                "--account seller-4711 --events .            | . is a directory; give a file of events",
                "--account seller-4711 --events FILE --url http://127.0.0.1:1 | are mutually exclusive",
                "--account seller-4711 --events FILE --thresholds missing | missing",
                "--account seller-4711 --thresholds FILE     | --thresholds and databases go with --events",
                "--events FILE                               | Missing required option: '--account=ID'",
            })
    void what_cannot_be_explained_is_told_in_a_sentence(String arguments, String sentence) throws IOException {
        String file = file(List.of(RESET, PAYOUT)).toString();
        run.tocsin((Object[]) ("explain " + arguments.replace("FILE", file)).split(" +"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("tocsin: ").contains(sentence);
        assertThat(run.out()).isEmpty();
    }

    private void explain(List<String> lines, String... arguments) throws IOException {
        explain(run, lines, arguments);
    }

    private void explain(CommandLineRun command, List<String> lines, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "explain", "--account", "seller-4711", "--events", file(lines).toString()));
        words.addAll(List.of(arguments));
        command.tocsin(words.toArray());
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("events.jsonl"), lines);
    }

    private static String change(String id, String at, String type) {
        return """
                {"type":"change","event_id":"%s","account_id":"seller-4711","occurred_at":"%s","change":"%s",\
                "initiator":"OWNER","mfa":"NOT_USED"}""".formatted(id, at, type);
    }
}
