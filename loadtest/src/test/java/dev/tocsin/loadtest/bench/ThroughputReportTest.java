package dev.tocsin.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.Guarantee;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThroughputReportTest {
    private static final Machine MACHINE = new Machine("<a processor>", 2, 1L << 34, "Linux", "JVM", 0.5);

    @Test
    void aBarThatIsMissed_isToldAsPlainlyAsOneThatIsMet() {
        Report report = ThroughputReport.of(MACHINE, passes(84_000, 28_100));
        assertThat(report.table("Bars").rows())
                .containsExactly(
                        List.of("bar", "accounts", "guarantee", "threads", "ratio", "wanted", ""),
                        List.of("d / c", "50,000", "at_least_once", "1", "0.84", ">= 0.85", "NOT MET"),
                        List.of("d / e", "50,000", "at_least_once", "1", "2.99", ">= 3.00", "NOT MET"));
    }

    @Test
    void aBarThatIsJustReached_isMet() {
        assertThat(ThroughputReport.of(MACHINE, passes(85_000, 20_000))
                        .table("Bars")
                        .rows())
                .last()
                .isEqualTo(List.of("d / e", "50,000", "at_least_once", "1", "4.25", ">= 3.00", "met"));
    }

    @Test
    void thePageIsWhole_escapedAndFetchesNothing() {
        String page = Html.page(ThroughputReport.of(MACHINE, passes(50_000, 20_000)));
        assertThat(page)
                .contains("&lt;a processor&gt;", "class=\"missed\">NOT MET", "<svg", "d Tocsin, the full catalogue")
                .doesNotContain("<a processor>", "http", "src=", "url(");
    }

    @Test
    void theMiddleOfAnEvenNumberOfPasses_liesBetweenThem() {
        assertThat(Spread.of(List.of(4, 1, 3, 10), Integer::doubleValue)).isEqualTo(new Spread(1, 3.5, 10));
        assertThat(Spread.of(List.of(4, 1, 3), Integer::doubleValue)).isEqualTo(new Spread(1, 3, 4));
    }

    private static Map<Setup, List<Pass>> passes(double tocsin, double dsl) {
        Map<Setup, List<Pass>> passes = new LinkedHashMap<>();
        passes.put(setup(Variant.GET_PUT), List.of(pass(90_000), pass(110_000)));
        passes.put(setup(Variant.TOCSIN), List.of(pass(tocsin)));
        passes.put(setup(Variant.DSL), List.of(pass(dsl)));
        return passes;
    }

    private static Setup setup(Variant variant) {
        return new Setup(variant, 50_000, Guarantee.AT_LEAST_ONCE, 1);
    }

    private static Pass pass(double perSecond) {
        return new Pass(perSecond, 10, 3, 0);
    }
}
