package dev.tocsin.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long MILLI = 1_000_000;

    @Test
    void anEventThatIsSentLate_isTimedFromWhenItWasDue() {
        Schedule schedule = new Schedule(0, 1_000, 2);
        schedule.sent(1, 0);
        schedule.sent(2, 51 * MILLI); // due at 1 ms
        Delays delays = Delays.of(schedule, List.of(arrival(1, 4 * MILLI), arrival(2, 55 * MILLI)), Duration.ZERO);
        assertThat(delays.alerts()).isEqualTo(2);
        assertThat(delays.most()).isCloseTo(54, within(0.1));
        assertThat(delays.senderP99()).isCloseTo(50, within(0.1));
    }

    @Test
    void alertsOfTheWarmUp_areLeftOut() {
        Schedule schedule = new Schedule(0, 1_000, 100);
        List<AlertWatch.Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            schedule.sent(i, schedule.dueNanos(i));
            arrivals.add(arrival(i, schedule.dueNanos(i) + (i < 40 ? 900 : 3) * MILLI));
        }
        Delays delays = Delays.of(schedule, arrivals, Duration.ofMillis(40));
        assertThat(delays.alerts()).isEqualTo(60);
        assertThat(delays.most()).isCloseTo(3, within(0.01));
    }

    @Test
    void percentilesAreThoseOfTheAlerts() {
        Schedule schedule = new Schedule(0, 1_000, 1_000);
        List<AlertWatch.Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            schedule.sent(i, schedule.dueNanos(i));
            arrivals.add(arrival(i, schedule.dueNanos(i) + (i + 1) * MILLI));
        }
        Delays delays = Delays.of(schedule, arrivals, Duration.ZERO);
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

    private static AlertWatch.Arrival arrival(long mark, long nanos) {
        return new AlertWatch.Arrival(mark, nanos);
    }
}
