package dev.tocsin.loadtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.Guarantee;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChaosReportTest {
    private static Result result(long seed, List<String> lost) {
        return new Result(
                new ChaosOptions(seed, Duration.ofMinutes(1), Guarantee.AT_LEAST_ONCE, 200, 2, null),
                Map.of(Fault.KILL, 12, Fault.WIPE, 1),
                13,
                14,
                1,
                12_345,
                10_345,
                13_000,
                40,
                900,
                800,
                6,
                70,
                5,
                new Comparison(lost, List.of(), List.of(), List.of(), List.of()),
                List.of(new Trace.Sample(1, 500), new Trace.Sample(2, 20)),
                List.of(new Trace.Mark(1.5, Fault.WIPE)));
    }

    private static Runs runs(Result... results) {
        return new Runs(List.of(results), List.of());
    }

    @Test
    void the_table_has_a_row_for_each_run_and_their_sum() {
        String table = ChaosTable.markdown(runs(result(1, List.of()), result(2, List.of("a"))), "A machine.");
        assertThat(table)
                .contains(
                        "| 1 | at_least_once | 13 | 13 | 14 | 1 | 12,345 | 10,345 | 40 | 900 | 800 | 0 | 0 | 0 | 0 | 75 |")
                .contains(
                        "| 2 | at_least_once | 13 | 13 | 14 | 1 | 12,345 | 10,345 | 40 | 900 | 800 | 1 | 0 | 0 | 0 | 75 |")
                .contains("| all |  | 26 | 26 | 28 | 2 | 24,690 | 20,690 | 80 | 1,800 | 1,600 | 1 | 0 | 0 | 0 | 150 |")
                .contains("| `wipe` |")
                .contains(
                        "Each run: 1 min at 200 events a second of 2,000 accounts, 2 instances, commit interval as shipped.");
    }

    @Test
    void a_run_without_a_result_is_told_and_not_the_last() {
        Result exact = result(1, List.of());
        Runs runs = Runs.none();
        runs.take(exact.options(), () -> {
            throw ChaosException.broken("The broker did not start.", null);
        });
        runs.take(exact.options(), () -> {
            throw new IllegalStateException("a bug");
        });
        runs.take(exact.options(), () -> exact);
        assertThat(runs.isExact()).isFalse();
        assertThat(ChaosTable.markdown(runs, "A machine."))
                .contains("| 1 | at_least_once: no result: The broker did not start. | ? |")
                .contains("| 1 | at_least_once: no result: java.lang.IllegalStateException: a bug | ? |")
                .contains("| all |  | 13 |");
        assertThat(ChaosPage.of(runs, "A machine.")).contains("Not known: a run has no result.");
    }

    @Test
    void the_page_needs_nothing_else_and_says_what_was_lost() {
        assertThat(ChaosPage.of(runs(result(1, List.of())), "A <machine>."))
                .contains("No: every alert")
                .contains("A &lt;machine&gt;.")
                .contains("wipe at 1.5 s")
                .doesNotContain("http");
        assertThat(ChaosPage.of(runs(result(1, List.of("a"))), "")).contains("Yes: see");
    }

    @Test
    void a_wrong_option_is_refused_in_a_sentence() {
        StringWriter err = new StringWriter();
        PrintWriter out = new PrintWriter(new StringWriter());
        assertThat(ChaosMain.run(out, new PrintWriter(err, true), "--minutes", "0"))
                .isEqualTo(2);
        assertThat(ChaosMain.run(out, new PrintWriter(err, true), "--minutes", "0.1"))
                .isEqualTo(2);
        assertThat(ChaosMain.run(out, new PrintWriter(err, true), "--minutes", "1440"))
                .isEqualTo(2);
        assertThat(ChaosMain.run(out, new PrintWriter(err, true), "--guarantee", "never"))
                .isEqualTo(2);
        assertThat(ChaosMain.run(out, new PrintWriter(err, true), "--faults", "flood"))
                .isEqualTo(2);
        assertThat(ChaosMain.run(out, new PrintWriter(err, true), "--colour")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--minutes must be at least 0.17")
                .contains("17,320,000 events")
                .contains("exactly_once_v2")
                .contains("no kind flood")
                .contains("--help");
    }
}
