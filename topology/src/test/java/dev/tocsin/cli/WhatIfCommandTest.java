package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code replay} with {@code --compare}: what other thresholds would change. */
class WhatIfCommandTest {
    private static final String RESET = change("reset", "2026-11-20T08:01:12Z", "PASSWORD_RESET");
    private static final String PAYOUT = change("payout", "2026-11-20T08:15:30Z", "PAYOUT_CHANGED");

    @TempDir
    private Path folder = Path.of("");

    private final CommandLineRun run = new CommandLineRun();

    @BeforeEach
    void files() throws IOException {
        write("events.jsonl", RESET, PAYOUT, login("l-1", "2026-11-22T08:00:00Z"));
        write("none.yaml", "version: none", "detectors: { reset-then-payout-change: { enabled: false } }");
        write("mild.yaml", "version: mild", "detectors: { reset-then-payout-change: { critical-within: 10 min } }");
    }

    @Test
    void alert_that_stands_only_now_is_lost_and_the_report_is_the_result() throws IOException {
        whatIf("--compare", path("none.yaml"), "--out", path("out"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("events       3 of 1 accounts", "logins       1\n", "now          thresholds 2026-11-25")
                .contains("then         thresholds none")
                .containsPattern("reset-then-payout-change +1 +0 +0 +1 +0 +10,000\\.00 +0\\.00")
                .containsPattern(" {2}CRITICAL +1 +0 +0 +1 +0 ")
                .contains("reset-then-payout-change, lost, such as\n  2026-11-20T08:15:30Z  seller-4711  CRITICAL  ");
        assertThat(differences()).singleElement().satisfies(line -> {
            assertThat(line.get("change").asText()).isEqualTo("lost");
            assertThat(line.at("/now/severity").asText()).isEqualTo("CRITICAL");
            assertThat(line.get("then").isNull()).isTrue();
        });
    }

    @Test
    void alert_that_stands_only_then_is_gained() throws IOException {
        whatIf("--thresholds", path("none.yaml"), "--compare", path("mild.yaml"), "--out", path("out"));

        assertThat(run.out()).containsPattern("reset-then-payout-change +0 +1 +1 +0 +0 ");
        assertThat(differences()).singleElement().satisfies(line -> {
            assertThat(line.get("change").asText()).isEqualTo("gained");
            assertThat(line.get("now").isNull()).isTrue();
            assertThat(line.at("/then/thresholds_version").asText()).isEqualTo("mild");
        });
    }

    @Test
    void alert_of_another_severity_is_changed() throws IOException {
        whatIf("--compare", path("mild.yaml"), "--out", path("out"));

        assertThat(run.out())
                .containsPattern(" {2}CRITICAL +1 +0 +0 +0 +1 ")
                .containsPattern(" {2}HIGH +0 +1 +0 +0 +0 ")
                .contains("seller-4711  CRITICAL -> HIGH  ");
        assertThat(differences()).singleElement().satisfies(line -> {
            assertThat(line.at("/now/severity").asText()).isEqualTo("CRITICAL");
            assertThat(line.at("/then/severity").asText()).isEqualTo("HIGH");
        });
    }

    @Test
    void alert_that_a_late_event_takes_back_counts_under_neither() throws IOException {
        write("events.jsonl", RESET, PAYOUT, change("reset-2", "2026-11-20T08:10:00Z", "PASSWORD_RESET"));

        whatIf("--compare", path("none.yaml"), "--out", path("out"));

        assertThat(differences()).singleElement().satisfies(line -> assertThat(
                        line.at("/now/evidence/0/event_id").asText())
                .isEqualTo("reset-2"));
    }

    @Test
    void differences_on_standard_output_push_the_report_aside() {
        whatIf("--compare", path("none.yaml"), "--out", "-");

        assertThat(run.out().lines()).singleElement().asString().startsWith("{\"change\":\"lost\"");
        assertThat(run.err()).contains("then         thresholds none");
    }

    @Test
    void page_shows_the_comparison_and_escapes_what_is_not_ours() throws IOException {
        write("events.jsonl", hostile(RESET), hostile(PAYOUT));
        write("none.yaml", "version: \"<b>&none\"", "detectors: { reset-then-payout-change: { enabled: false } }");

        whatIf("--compare", path("none.yaml"), "--html", path("page.html"));

        String page = Files.readString(Path.of(path("page.html")));
        assertThat(page)
                .contains(
                        "&lt;b&gt;&amp;none", "&lt;script&gt;alert(1)&lt;/script&gt;", "reset-then-payout-change, lost")
                .doesNotContain("<b>&none", "<script", "http://", "https://", "{{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--out o|give --events, or --topic-from and --config",
                "--events e --topic-from 2026-11-01T00:00:00Z --config c --out o|--events and --topic-from exclude each"
                        + " other; give one",
                "--topic-from 2026-11-01T00:00:00Z --out o|--topic-from needs --config, which says where the topics are",
                "--topic-from yesterday --config c --out o|--topic-from: expected a time such as 2026-11-01T00:00:00Z,"
                        + " found yesterday",
                "--topic-from 2026-11-02T00:00:00Z --topic-to 2026-11-01T00:00:00Z --config c --out o|--topic-from"
                        + " 2026-11-02T00:00:00Z is not before --topic-to 2026-11-01T00:00:00Z",
                "--events e --topic-to 2026-11-01T00:00:00Z --out o|--topic-to needs --topic-from",
                "--events e|give --out, where alerts go, or --compare",
                "--events e --html p --out o|--html needs --compare: it shows a comparison",
                "--events e --compare c --suppressed s|--suppressed does not go with --compare, which counts what is held",
                "--events e --out o --memory lots|--memory: expected a size such as 512m or 1g, found lots",
                "--events e --out o --temp none|there is no folder none for temporary files; give another with --temp",
                "--events e --compare c --thresholds ./c|--thresholds and --compare are both ./c; give two files",
                "--events e --compare c --html c|--compare and --html are both c; give two files",
            })
    void mistake_is_told_in_a_sentence_with_exit_code_2(String options, String sentence) {
        run.tocsin((Object[]) ("replay " + options).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines().findFirst()).hasValue("tocsin: " + sentence);
        assertThat(run.out()).isEmpty();
    }

    private void whatIf(String... options) {
        List<Object> words = new ArrayList<>(List.of("replay", "--events", path("events.jsonl")));
        words.addAll(List.of(options));
        run.tocsin(words.toArray());
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    private List<JsonNode> differences() throws IOException {
        return new JsonMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(folder.resolve("out").toFile())
                .readAll();
    }

    private static String hostile(String event) {
        return event.replace("seller-4711", "<script>alert(1)</script>");
    }

    private static String change(String id, String at, String change) {
        return """
                {"type":"change","event_id":"%s","account_id":"seller-4711","occurred_at":"%s","change":"%s"}""".formatted(id, at, change);
    }

    private static String login(String id, String at) {
        return """
                {"type":"login","event_id":"%s","account_id":"seller-4711","occurred_at":"%s","outcome":"SUCCEEDED"}""".formatted(id, at);
    }
}
