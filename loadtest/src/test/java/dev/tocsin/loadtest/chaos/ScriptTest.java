package dev.tocsin.loadtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.Guarantee;
import dev.tocsin.loadtest.market.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final ChaosOptions OPTIONS =
            new ChaosOptions(3, Duration.ofMinutes(4), Guarantee.AT_LEAST_ONCE, 100, 2, null);

    /** By itself, in a batch that comes twice, and as a duplicate of each. */
    private static final long MOST_TIMES = 4;

    private static final List<Event> HEARD = new ArrayList<>();
    private static final List<Sending> SENT = sent(OPTIONS, HEARD);

    private static List<Sending> sent(ChaosOptions options, List<Event> heard) {
        List<Sending> sent = new ArrayList<>();
        Script script = Script.live(options, heard::add);
        for (Sending next = script.next(); next != null; next = script.next()) {
            sent.add(next);
        }
        return sent;
    }

    private List<Event> good() {
        return SENT.stream()
                .filter(sending -> sending.bad() == null)
                .map(Sending::event)
                .toList();
    }

    @Test
    void the_same_seed_sends_the_same() {
        assertThat(sent(OPTIONS, new ArrayList<>())).isEqualTo(SENT);
    }

    @Test
    void every_event_is_heard_once_in_order_and_sent_at_least_once() {
        assertThat(HEARD).isSortedAccordingTo((a, b) -> Long.compare(a.at(), b.at()));
        assertThat(new HashSet<>(good())).isEqualTo(new HashSet<>(HEARD));
        Map<Event, Long> times = good().stream().collect(Collectors.groupingBy(event -> event, Collectors.counting()));
        assertThat(times.values()).allMatch(count -> count <= MOST_TIMES);
    }

    @Test
    void some_come_again_some_out_of_order_and_some_are_bad_in_every_way() {
        assertThat(good().size() - HEARD.size()).isGreaterThan(HEARD.size() / 100);
        assertThat(SENT.stream().map(Sending::bad)).contains(Bad.values());
        assertThat(overtaken()).isGreaterThan(HEARD.size() / 100);
    }

    private long overtaken() {
        long overtaken = 0;
        long newest = 0;
        for (Event event : good()) {
            overtaken += event.at() < newest ? 1 : 0;
            newest = Math.max(newest, event.at());
        }
        return overtaken;
    }

    @Test
    void nothing_is_overtaken_by_more_than_the_detector_waits_for() {
        Set<Event> seen = new HashSet<>();
        Map<Long, Long> newest = new HashMap<>();
        for (Event event : good()) {
            if (seen.add(event)) {
                long before = newest.getOrDefault(event.account(), 0L);
                assertThat(before - event.at())
                        .isLessThan(Duration.ofMinutes(15).toMillis());
                newest.put(event.account(), Math.max(before, event.at()));
            }
        }
    }

    @Test
    void history_and_what_follows_share_no_event_id() {
        Set<String> ids = new HashSet<>();
        Script history = Script.history(OPTIONS, event -> ids.add(event.eventId()));
        while (history.next() != null) {
            // the listener takes it
        }
        assertThat(ids).isNotEmpty();
        assertThat(HEARD).noneMatch(event -> ids.contains(event.eventId()));
    }
}
