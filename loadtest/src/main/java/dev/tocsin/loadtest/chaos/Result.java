package dev.tocsin.loadtest.chaos;

import java.util.List;
import java.util.Map;

/**
 * How one run ended.
 *
 * @param sent records, duplicates and bad ones included
 * @param kills processes ended by kill -9, the broker's included
 * @param startedAgain instances that a supervisor started again, after a kill or by themselves
 * @param endedThemselves of these, those that ended without a kill
 * @param lag records not committed, in the course of time
 * @param marks when each fault came
 */
record Result(
        ChaosOptions options,
        Map<Fault, Integer> faults,
        int kills,
        int startedAgain,
        int endedThemselves,
        long events,
        long sent,
        int planted,
        int expected,
        int withdrawn,
        int repeatedAlerts,
        int repeatedDeadLetters,
        Comparison comparison,
        List<Trace.Sample> lag,
        List<Trace.Mark> marks) {
    Result with(Trace trace) {
        return new Result(
                options,
                faults,
                kills,
                startedAgain,
                endedThemselves,
                events,
                sent,
                planted,
                expected,
                withdrawn,
                repeatedAlerts,
                repeatedDeadLetters,
                comparison,
                trace.samples(),
                trace.marks());
    }

    boolean isExact() {
        return comparison.isExact();
    }

    int faultCount() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }
}
