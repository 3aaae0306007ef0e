package dev.tocsin.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code replay}: events in, alerts out, and what it says about both. */
class ReplayCommandTest {
    private static final String RESET = change("reset", "2026-11-20T08:01:12.480Z", "PASSWORD_RESET");
    private static final String PAYOUT = change("payout", "2026-11-20T08:15:30.123Z", "PAYOUT_CHANGED");

    @TempDir
    private Path folder = Path.of("");

    private final CommandLineRun run = new CommandLineRun();

    @Test
    void takeover_in_a_file_becomes_a_line_of_json_with_the_contracts_fields() throws IOException {
        replay(RESET, PAYOUT);

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode alert = onlyAlert();
        assertThat(alert.get("status").asText()).isEqualTo("RAISED");
        assertThat(alert.get("detector").asText()).isEqualTo("reset-then-payout-change");
        assertThat(alert.get("severity").asText()).isEqualTo("CRITICAL");
        assertThat(alert.get("account_id").asText()).isEqualTo("seller-4711");
        assertThat(alert.get("raised_at").asText()).isEqualTo("2026-11-20T08:15:30.123Z");
        assertThat(alert.get("thresholds_version").asText()).isEqualTo("2026-11-25");
        assertThat(alert.get("suppressed_by").isNull()).isTrue();
        assertThat(alert.findValuesAsText("event_id")).containsExactly("reset", "payout");
    }

    @Test
    void event_that_arrives_late_raises_when_it_arrives() throws IOException {
        replay(PAYOUT, RESET);

        assertThat(onlyAlert().get("occurred_at").asText()).isEqualTo("2026-11-20T08:15:30.123Z");
        assertThat(onlyAlert().get("raised_at").asText()).isEqualTo("2026-11-20T08:01:12.480Z");
        assertThat(run.err()).contains("1 out of order, 0 too late");
    }

    @Test
    void alert_that_an_older_event_takes_back_is_written_as_withdrawn() throws IOException {
        // the second reset, between the two, makes another story of it
        replay(RESET, PAYOUT, change("reset-2", "2026-11-20T08:10:00Z", "PASSWORD_RESET"));

        assertThat(alerts())
                .extracting(alert -> alert.get("status").asText()
                        + ' '
                        + alert.get("evidence").get(0).get("event_id").asText())
                .containsExactly("RAISED reset", "WITHDRAWN reset", "RAISED reset-2");
        assertThat(run.err()).containsPattern("reset-then-payout-change +0 +0 +0 +0 +2 +1");
    }

    @Test
    void repeated_event_says_nothing_again() throws IOException {
        replay(RESET, PAYOUT, PAYOUT);

        assertThat(alerts()).hasSize(1);
        assertThat(run.err()).contains("events       3 of 1 accounts", "1 repeated");
    }

    @Test
    void same_events_give_the_same_bytes() throws IOException {
        replay(RESET, PAYOUT);
        byte[] first = Files.readAllBytes(out());
        replay(RESET, PAYOUT);

        assertThat(Files.readAllBytes(out())).isEqualTo(first);
    }

    @Test
    void bad_lines_are_told_with_number_and_reason_and_the_rest_goes_on() throws IOException {
        replay(
                RESET,
                "{\"type\":\"login\"",
                "",
                "[]",
                "{\"event_id\":\"e\"}",
                "{\"type\":\"logon\"}",
                "{\"type\":\"login\",\"event_id\":\"e\"}",
                "{\"type\":\"change\",\"type\":\"change\"}",
                RESET.replace("PASSWORD_RESET", "PASSWORD_LOST"),
                RESET.replace("seller-4711", " "),
                RESET + "{}",
                PAYOUT);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(alerts()).hasSize(1);
        assertThat(run.err().lines().filter(line -> line.startsWith("line ")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("line 2: this is not JSON: Unexpected end-of-input"),
                        line -> assertThat(line)
                                .isEqualTo("line 4: type: expected \"login\" or \"change\", found nothing."),
                        line -> assertThat(line)
                                .isEqualTo("line 5: type: expected \"login\" or \"change\", found nothing."),
                        line -> assertThat(line)
                                .isEqualTo("line 6: type: expected \"login\" or \"change\", found \"logon\"."),
                        line -> assertThat(line).isEqualTo("line 7: account_id is missing."),
                        line -> assertThat(line).startsWith("line 8: this is not JSON: Duplicate"),
                        line -> assertThat(line)
                                .startsWith("line 9: change: expected one of [")
                                .endsWith("found \"PASSWORD_LOST\"."),
                        line -> assertThat(line).isEqualTo("line 10: account_id is blank; every event needs one."),
                        line -> assertThat(line).startsWith("line 11: this is not JSON: "));
        assertThat(run.err()).contains("bad lines    9");
    }

    @Test
    void bad_lines_after_the_twentieth_are_only_counted() throws IOException {
        replay(IntStream.range(0, 23).mapToObj(i -> "x").toArray(String[]::new));

        assertThat(run.err().lines().filter(line -> line.startsWith("line "))).hasSize(20);
        assertThat(run.err()).contains("line 20: ", "... and 3 more such lines", "bad lines    23");
    }

    @Test
    void overlong_line_is_a_bad_line() throws IOException {
        replay(RESET, "x".repeat((1 << 20) + 1), PAYOUT);

        assertThat(run.err()).contains("line 2: the line is longer than 1 MiB.");
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void standard_streams_carry_events_and_alerts() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write((RESET + "\r\n" + PAYOUT + "\r\n").getBytes(UTF_8));
        }

        run.input(compressed.toByteArray()).tocsin("replay", "--events", "-", "--out", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).singleElement().asString().startsWith("{\"alert_id\":");
    }

    @Test
    void thresholds_of_a_file_are_in_force() throws IOException {
        Path thresholds = Files.writeString(
                folder.resolve("t.yaml"),
                "version: strict\ndetectors: { reset-then-payout-change: { critical-within: 10 min } }");

        run.tocsin("replay", "--events", events(RESET, PAYOUT), "--out", out(), "--thresholds", thresholds);

        assertThat(onlyAlert().get("severity").asText()).isEqualTo("HIGH");
        assertThat(onlyAlert().get("thresholds_version").asText()).isEqualTo("strict");
    }

    @Test
    void held_back_alerts_go_where_they_are_wanted_and_are_counted() throws IOException {
        String first = login("l-1", "2026-11-20T08:00:00Z", "NO");
        String second = login("l-2", "2026-11-20T18:00:00Z", "DE");
        Path held = folder.resolve("held.jsonl");

        run.tocsin("replay", "--events", events(first, second), "--out", out(), "--suppressed", held);

        assertThat(alerts()).isEmpty();
        assertThat(read(held)).singleElement().satisfies(alert -> {
            assertThat(alert.get("detector").asText()).isEqualTo("new-country");
            assertThat(alert.get("suppressed_by").asText()).isEqualTo("learning");
        });
        assertThat(run.err()).contains("suppressed   1 by learning");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIR/none|DIR/out|DIR/none: there is no such file",
                "DIR|DIR/out|DIR is a directory; give a file of events",
                "DIR/events|DIR|DIR is a directory; give a file to write alerts to",
                "DIR/events|DIR/no/out|DIR/no/out cannot be written: there is no folder DIR/no",
                "DIR/events|DIR/./events|--events and --out are both DIR/events; give two files",
            })
    void mistake_is_told_in_a_sentence_with_exit_code_2(String in, String out, String sentence) throws IOException {
        Path events = Files.writeString(folder.resolve("events"), RESET + '\n');
        String dir = folder.toString();

        run.tocsin("replay", "--events", in.replace("DIR", dir), "--out", out.replace("DIR", dir));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("tocsin: " + sentence.replace("DIR", dir) + '\n');
        assertThat(events).hasContent(RESET);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void nothing_is_overwritten_when_the_events_or_thresholds_cannot_be_read() throws IOException {
        Files.writeString(out(), "precious");
        Path wrong = Files.writeString(folder.resolve("t.yaml"), "detector: {}");
        Path utf16 = Files.write(folder.resolve("utf16"), "x".getBytes(UTF_16));

        run.tocsin("replay", "--events", events(RESET), "--out", out(), "--thresholds", wrong);
        assertThat(run.err())
                .isEqualTo("tocsin: " + wrong + ": detector: unknown key; did you mean detectors? (line 1)\n");
        run.tocsin("replay", "--events", utf16, "--out", out());
        assertThat(run.err()).endsWith("tocsin: " + utf16 + " cannot be read: it is UTF-16; save it as UTF-8\n");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(out()).hasContent("precious");
    }

    @Test
    void one_file_for_two_kinds_of_alerts_is_refused() throws IOException {
        run.tocsin("replay", "--events", events(RESET), "--out", "-", "--suppressed", "-");

        assertThat(run.err()).isEqualTo("tocsin: --out and --suppressed are both -; give two files\n");
    }

    @Test
    void compressed_file_that_ends_too_early_is_told() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(RESET.getBytes(UTF_8));
        }
        byte[] half = Arrays.copyOf(compressed.toByteArray(), compressed.size() / 2);
        Path events = Files.write(folder.resolve("half.gz"), half);

        run.tocsin("replay", "--events", events, "--out", out());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("tocsin: " + events + " cannot be read: Unexpected end of ZLIB input stream\n");
    }

    @Test
    void full_disk_is_told_in_a_sentence() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();

        run.tocsin("replay", "--events", events(RESET, PAYOUT), "--out", full);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).endsWith("tocsin: /dev/full cannot be written: No space left on device\n");
    }

    private void replay(String... lines) throws IOException {
        run.tocsin("replay", "--events", events(lines), "--out", out());
    }

    private Path events(String... lines) throws IOException {
        return Files.write(folder.resolve("events.jsonl"), List.of(lines));
    }

    private Path out() {
        return folder.resolve("alerts.jsonl");
    }

    private JsonNode onlyAlert() throws IOException {
        assertThat(alerts()).hasSize(1);
        return alerts().get(0);
    }

    private List<JsonNode> alerts() throws IOException {
        return read(out());
    }

    private static List<JsonNode> read(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        return json.readerFor(JsonNode.class)
                .<JsonNode>readValues(file.toFile())
                .readAll();
    }

    private static String change(String id, String at, String change) {
        return """
                {"type":"change","event_id":"%s","account_id":"seller-4711","occurred_at":"%s","change":"%s"}""".formatted(id, at, change);
    }

    private static String login(String id, String at, String country) {
        return """
                {"type":"login","event_id":"%s","account_id":"seller-4711","occurred_at":"%s","outcome":"SUCCEEDED",\
                "source":{"country":"%s"}}""".formatted(id, at, country);
    }
}
