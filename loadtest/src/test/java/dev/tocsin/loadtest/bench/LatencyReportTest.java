package dev.tocsin.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.Guarantee;
import dev.tocsin.loadtest.machine.Machine;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyReportTest {
    private static final Delays DELAYS = new Delays(1_000, 10, 24, 40, 50, 18, 9, 2, List.of(20.0, 26.0));

    @Test
    void halfOfTheMeasuredThroughput_isHeldAgainstTheBar() {
        Table bars = bars(result(Guarantee.AT_LEAST_ONCE, 0.5, false));
        assertThat(bars.rows()).hasSize(1 + 1);
        assertThat(bars.rows().get(1)).contains("at_least_once at 50 %", "24.0", "<= 25", "1 of 2");
    }

    @Test
    void anotherLoadOrAGivenThroughput_getsNoVerdict() {
        assertThat(bars(result(Guarantee.AT_LEAST_ONCE, 0.8, false)).rows()).hasSize(1);
        assertThat(bars(result(Guarantee.EXACTLY_ONCE_V2, 0.5, true)).rows()).hasSize(1);
    }

    @Test
    void aGivenThroughput_isSaidToBeGiven() {
        Report report = LatencyReport.of(Machine.here(), List.of(result(Guarantee.EXACTLY_ONCE_V2, 0.5, true)));
        assertThat(report.toString()).contains("50 % (given)");
    }

    private static Table bars(Latency.Result result) {
        return LatencyReport.of(Machine.here(), List.of(result)).table("Bars");
    }

    private static Latency.Result result(Guarantee guarantee, double share, boolean isGiven) {
        return new Latency.Result(guarantee, share, isGiven, 1_000, 0, 0, 30_000, DELAYS);
    }
}
