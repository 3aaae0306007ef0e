package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final Duration HOLD = Duration.ofSeconds(30);

    private final AtomicLong clock = new AtomicLong(-5);
    private final Standstill standstill = new Standstill(LIMIT, HOLD, clock::get);

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void as_long_as_the_gap_is_within_the_limit_records_are_processed() {
        pass(LIMIT);
        assertThatCode(standstill::check).doesNotThrowAnyException();
    }

    @Test
    void after_a_longer_gap_nothing_is_processed_any_more() {
        pass(LIMIT.plusNanos(1));
        assertThatThrownBy(standstill::check)
                .isInstanceOf(Standstill.StoodStillException.class)
                .hasMessageContaining("4000 ms");
        assertThatThrownBy(standstill::check).isInstanceOf(Standstill.StoodStillException.class);
    }

    @Test
    void a_gap_that_the_watching_thread_sees_first_is_not_forgotten() {
        pass(LIMIT.plusSeconds(1));
        standstill.look();
        pass(Duration.ofMillis(1));
        assertThatThrownBy(standstill::check)
                .isInstanceOf(Standstill.StoodStillException.class)
                .hasMessageContaining("5000 ms");
    }

    @Test
    void ticks_between_keep_a_long_time_from_being_a_gap() {
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofSeconds(3));
            standstill.look();
        }
        assertThatCode(standstill::check).doesNotThrowAnyException();
    }

    @Test
    void a_record_that_holds_its_thread_as_long_as_it_may_goes_on() {
        long begun = standstill.check();
        pass(HOLD);
        assertThatCode(() -> standstill.checkHeld(begun)).doesNotThrowAnyException();
    }

    @Test
    void a_record_that_holds_its_thread_longer_is_not_processed() {
        long begun = standstill.check();
        pass(HOLD.plusNanos(1));
        assertThatThrownBy(() -> standstill.checkHeld(begun))
                .isInstanceOf(Standstill.StoodStillException.class)
                .hasMessageContaining("held for 30000 ms");
    }

    @Test
    void without_settings_the_limits_lie_below_those_of_kafka() {
        assertThat(Standstill.limit(Map.of())).isEqualTo(Duration.ofMillis(37_800));
        assertThat(Standstill.hold(Map.of())).isEqualTo(Duration.ofSeconds(270));
    }

    @Test
    void the_most_specific_setting_counts() {
        Map<String, Object> kafka = Map.of(
                "session.timeout.ms",
                "60000",
                "main.consumer.session.timeout.ms",
                10_000,
                "heartbeat.interval.ms",
                "2000");
        assertThat(Standstill.limit(kafka)).isEqualTo(Duration.ofMillis(7_200));
    }
}
