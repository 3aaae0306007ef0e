package dev.tocsin.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long MILLI = 1_000_000;

    @Test
    void anEventThatIsSentLate_isTimedFromWhenItWasDue() {
        Schedule schedule = new Schedule(0, 1_000, 2);
        schedule.sent(0);
        schedule.sent(51 * MILLI); // due at 1 ms
        Delays delays = delays(schedule, List.of(arrival(0, 4 * MILLI), arrival(1, 55 * MILLI)));
        assertThat(delays.alerts()).isEqualTo(2);
        assertThat(delays.most()).isCloseTo(54, within(0.1));
        assertThat(delays.senderP99()).isCloseTo(50, within(0.1));
    }

    @Test
    void alertsOfOtherEvents_areLeftOut() {
        Schedule schedule = new Schedule(0, 1_000, 100);
        List<AlertWatch.Arrival> arrivals = List.of(arrival(99, 109 * MILLI), arrival(100, 900 * MILLI));
        Delays delays = delays(schedule, arrivals);
        assertThat(delays.alerts()).isEqualTo(1);
        assertThat(delays.most()).isCloseTo(10, within(0.1));
    }

    @Test
    void alertsOfTheLead_areLeftOut() {
        Schedule schedule = new Schedule(0, 1_000, 100);
        int first = schedule.eventsIn(Duration.ofMillis(30));
        List<AlertWatch.Arrival> arrivals = List.of(arrival(29, 829 * MILLI), arrival(30, 37 * MILLI));
        Delays delays = Delays.of(schedule, first, new AtomicLong()::getAndIncrement, arrivals);
        assertThat(delays.alerts()).isEqualTo(1);
        assertThat(delays.most()).isCloseTo(7, within(0.1));
    }

    @Test
    void aSecondThatIsSlow_isTold() {
        Schedule schedule = new Schedule(0, 1_000, 3_000);
        int first = schedule.eventsIn(Duration.ofMillis(500));
        List<AlertWatch.Arrival> arrivals = List.of(
                arrival(400, 9_000 * MILLI),
                arrival(1_499, 1_504 * MILLI),
                arrival(1_500, 1_640 * MILLI),
                arrival(2_600, 2_610 * MILLI));
        Delays delays = Delays.of(schedule, first, new AtomicLong()::getAndIncrement, arrivals);
        assertThat(delays.secondsP99()).hasSize(3);
        assertThat(delays.secondsAbove(25)).isEqualTo(1);
        assertThat(delays.secondsAbove(4)).isEqualTo(3);
        assertThat(delays.alerts()).isEqualTo(3);
    }

    @Test
    void twoAlertsOfOneEvent_areTwo() {
        Schedule schedule = new Schedule(0, 1_000, 1);
        assertThat(delays(schedule, List.of(arrival(0, MILLI), arrival(0, MILLI)))
                        .alerts())
                .isEqualTo(2);
    }

    @Test
    void noAlert_isNoResult() {
        Schedule schedule = new Schedule(0, 1_000, 100);
        assertThatThrownBy(() -> delays(schedule, List.of(arrival(100, MILLI))))
                .isInstanceOf(BenchException.class)
                .hasMessage("No alert came of 100 events, so nothing is known of how soon one does.");
    }

    @Test
    void theTimeUntilAnAlertWasRaised_isToldApartFromTheTimeToReadIt() {
        Schedule schedule = new Schedule(0, 1_000, 2);
        List<AlertWatch.Arrival> arrivals = List.of(new AlertWatch.Arrival(1, 36 * MILLI, 5 * MILLI));
        Delays delays = delays(schedule, arrivals);
        assertThat(delays.p99()).isCloseTo(35, within(0.1));
        assertThat(delays.raisedP99()).isCloseTo(30, within(0.1));
        assertThat(delays.readP99()).isCloseTo(5, within(0.1));
    }

    @Test
    void percentilesAreThoseOfTheAlerts() {
        Schedule schedule = new Schedule(0, 1_000, 1_000);
        List<AlertWatch.Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            arrivals.add(arrival(i, schedule.dueNanos(i) + (i + 1) * MILLI));
        }
        Delays delays = delays(schedule, arrivals);
        assertThat(delays.p50()).isCloseTo(500, within(1.0));
        assertThat(delays.p99()).isCloseTo(990, within(1.0));
        assertThat(delays.p999()).isCloseTo(999, within(1.0));
    }

    @Test
    void marksDifferByAccountAndByTime() {
        byte[] one = "user-1".getBytes(StandardCharsets.UTF_8);
        byte[] other = "user-2".getBytes(StandardCharsets.UTF_8);
        assertThat(Schedule.mark(one, 5)).isNotEqualTo(Schedule.mark(other, 5)).isNotEqualTo(Schedule.mark(one, 6));
    }

    /** Events are marked with their place, from 0. */
    private static Delays delays(Schedule schedule, List<AlertWatch.Arrival> arrivals) {
        return Delays.of(schedule, 0, new AtomicLong()::getAndIncrement, arrivals);
    }

    private static AlertWatch.Arrival arrival(long mark, long nanos) {
        return new AlertWatch.Arrival(mark, nanos, 0);
    }
}
