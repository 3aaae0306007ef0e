package dev.tocsin.thresholds;

import static dev.tocsin.thresholds.Documents.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.yaml.InvalidDocumentException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Documents made to cost more than they are worth, or to speak with another voice; every instance reads what is published. */
class HostileDocumentTest {
    @Test
    void segments_beyond_the_bound_are_not_read() {
        assertThatThrownBy(() -> parse("segments:\n" + lines(80_000, i -> " s" + i + ":\n")))
                .hasMessage("my.yaml: segments: expected at most 100 keys, found 80000 (line 1)");
    }

    @Test
    void allowlist_entries_beyond_the_bound_are_not_read() {
        assertThatThrownBy(() -> parse("allowlists:\n networks:\n" + lines(100_000, i -> " - {}\n")))
                .hasMessage("my.yaml: allowlists.networks: expected at most 1000 entries, found 100000 (line 2)");
    }

    @Test
    void reading_stops_when_nobody_would_read_more_faults() {
        assertThatThrownBy(() -> parse(lines(100_000, i -> "k" + i + ":\n")))
                .isInstanceOfSatisfying(InvalidDocumentException.class, refusal -> assertThat(refusal.faults())
                        .hasSize(1_000));
    }

    @Test
    void fault_quotes_nothing_that_steers_a_terminal_or_forges_a_line_of_the_log() {
        assertThatThrownBy(() -> parse("\"a\\e[2J\\x9b1m\\nforged\": 1"))
                .hasMessageStartingWith("my.yaml: a?[2J?1m?forged: unknown key; ");
        assertThatThrownBy(() -> parse("segments: { a: { accounts: [ \"x\\ny\" ] }, b: { accounts: [ \"x\\ny\" ] } }"))
                .hasMessage("my.yaml: segments.b.accounts: lists x?y, which segments.a lists already (line 1)");
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }
}
