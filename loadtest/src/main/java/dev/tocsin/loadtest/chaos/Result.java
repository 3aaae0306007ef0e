package dev.tocsin.loadtest.chaos;

import java.util.List;
import java.util.Map;

/**
 * How one run ended.
 *
 * @param events with the history, which comes before the first fault; of these {@code eventsAmidFaults} after it
 * @param expected alerts; of these {@code expectedAmidFaults} over events after the history
 * @param sent records, duplicates and bad ones included
 * @param faults that had something to break
 * @param kills processes that ran and that kill -9 ended, the broker's included
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
        long eventsAmidFaults,
        long sent,
        int planted,
        int expected,
        int expectedAmidFaults,
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
                eventsAmidFaults,
                sent,
                planted,
                expected,
                expectedAmidFaults,
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
