package dev.tocsin.loadtest.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final long FROM = MarketOptions.DEFAULT_FROM.toEpochMilli();

    private final Agenda agenda = new Agenda(FROM);

    private static Event event(long at) {
        return new Event(at, at, 1, false, FROM + at, Deed.SIGNED_IN, Event.NO_VALUE, Event.NO_VALUE, null);
    }

    private List<Long> until(long before) {
        List<Long> given = new ArrayList<>();
        for (Event event = agenda.next(before); event != null; ) {
            given.add(event.at() - FROM);
            Event due = agenda.due();
            event = due == null ? agenda.next(before) : due;
        }
        return given;
    }

    @Test
    void events_come_in_order_however_far_off_they_were_when_they_were_added() {
        Stream.of(5L, 1L, 7 * Curve.DAY, 3 * Curve.HOUR, 2L, Curve.HOUR).forEach(at -> agenda.add(event(at)));
        assertThat(until(Long.MAX_VALUE)).containsExactly(1L, 2L, 5L, Curve.HOUR, 3 * Curve.HOUR, 7 * Curve.DAY);
        assertThat(agenda.size()).isZero();
    }

    @Test
    void nothing_is_given_before_what_might_still_be_added() {
        agenda.add(event(1_000));
        agenda.add(event(60_000));
        assertThat(until(FROM + 1_000)).isEmpty();
        agenda.add(event(900));
        assertThat(until(FROM + 5_000)).containsExactly(900L, 1_000L);
        assertThat(agenda.size()).isEqualTo(1);
        agenda.add(event(5_500));
        assertThat(until(Long.MAX_VALUE)).containsExactly(5_500L, 60_000L);
    }

    @Test
    void an_empty_one_goes_on_to_whatever_time_it_is() {
        assertThat(until(FROM + 900 * Curve.DAY)).isEmpty();
        agenda.add(event(900 * Curve.DAY + 5));
        assertThat(until(Long.MAX_VALUE)).containsExactly(900 * Curve.DAY + 5);
    }
}
