package dev.tocsin.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.Guarantee;
import dev.tocsin.loadtest.machine.Machine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThroughputReportTest {
    private static final Machine MACHINE = new Machine("<a processor>", 2, 1L << 34, "Linux", "JVM", 0.5);

    @Test
    void aBarThatIsMissed_isToldAsPlainlyAsOneThatIsMet() {
        assertThat(bars(rounds(84_000, 28_100)))
                .containsExactly(
                        List.of(
                                "bar",
                                "accounts",
                                "with events",
                                "guarantee",
                                "threads",
                                "ratio",
                                "from - to",
                                "wanted",
                                ""),
                        row("d / c", "0.84", "0.84 - 0.84", ">= 0.85", "NOT MET"),
                        row("d / e", "2.99", "2.99 - 2.99", ">= 3.00", "NOT MET"));
    }

    @Test
    void aBarThatIsJustReached_isMet() {
        assertThat(bars(rounds(85_000, 20_000)))
                .last()
                .isEqualTo(row("d / e", "4.25", "4.25 - 4.25", ">= 3.00", "met"));
    }

    private static List<String> row(String bar, String ratio, String spread, String wanted, String verdict) {
        return List.of(bar, "50,000", "31,000", "at_least_once", "1", ratio, spread, wanted, verdict);
    }

    @Test
    void thePageIsWhole_escapedAndFetchesNothing() {
        String page = Html.page(ThroughputReport.of(MACHINE, rounds(50_000, 20_000)));
        assertThat(page)
                .contains("&lt;a processor&gt;", "class=\"missed\">NOT MET", "<svg", "d Tocsin, the full catalogue")
                .doesNotContain("<a processor>", "http", "src=", "url(");
    }

    @Test
    void theMiddleOfAnEvenNumberOfPasses_liesBetweenThem() {
        assertThat(Spread.of(List.of(4, 1, 3, 10), Integer::doubleValue)).isEqualTo(new Spread(1, 3.5, 10));
        assertThat(Spread.of(List.of(4, 1, 3), Integer::doubleValue)).isEqualTo(new Spread(1, 3, 4));
    }

    @Test
    void ratiosAreOfTheSameRound() {
        Map<Setup, List<Round>> rounds = new LinkedHashMap<>();
        rounds.put(setup(Variant.GET_PUT), List.of(round(100_000, 0), round(50_000, 0)));
        rounds.put(setup(Variant.TOCSIN), List.of(round(90_000, 0), round(50_000, 0)));
        assertThat(bars(rounds).get(1)).contains("0.95", "0.90 - 1.00", "met");
    }

    @Test
    void aMachineThatWasOthers_givesNoVerdict() {
        Map<Setup, List<Round>> rounds = new LinkedHashMap<>();
        rounds.put(setup(Variant.GET_PUT), List.of(round(100_000, 0.6)));
        rounds.put(setup(Variant.TOCSIN), List.of(round(90_000, 0.1)));
        assertThat(bars(rounds).get(1)).contains("0.90", "too noisy").doesNotContain("met");
    }

    private static List<List<String>> bars(Map<Setup, List<Round>> rounds) {
        return ThroughputReport.of(MACHINE, rounds).table("Bars").rows();
    }

    private static Map<Setup, List<Round>> rounds(double tocsin, double dsl) {
        Map<Setup, List<Round>> rounds = new LinkedHashMap<>();
        rounds.put(setup(Variant.GET_PUT), List.of(new Round(31_000, List.of(pass(90_000, 0), pass(110_000, 0)))));
        rounds.put(setup(Variant.TOCSIN), List.of(round(tocsin, 0)));
        rounds.put(setup(Variant.DSL), List.of(round(dsl, 0)));
        return rounds;
    }

    private static Setup setup(Variant variant) {
        return new Setup(variant, 50_000, Guarantee.AT_LEAST_ONCE, 1);
    }

    private static Round round(double perSecond, double others) {
        return new Round(31_000, List.of(pass(perSecond, others)));
    }

    private static Pass pass(double perSecond, double others) {
        return new Pass(perSecond, 10, 3, others);
    }
}
