package dev.tocsin.account;

import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.Timeline.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    @Test
    void events_are_ordered_by_time_and_then_by_id() {
        Timeline timeline = new Timeline(List.of(entry("b", 0), entry("d", 0), entry("a", 1)));

        assertThat(timeline.placeOf(event("a", 0))).isZero();
        assertThat(timeline.placeOf(event("c", 0))).isEqualTo(1);
        assertThat(timeline.placeOf(event("e", 0))).isEqualTo(2);
        assertThat(timeline.placeOf(event("b", 1))).isEqualTo(3);
    }

    @Test
    void event_is_found_by_its_id_alone() {
        Timeline timeline = new Timeline(List.of(entry("b", 0), entry("a", 1)));

        assertThat(timeline.indexOf(EventId.of("a"))).isEqualTo(1);
        assertThat(timeline.indexOf(EventId.of("b"))).isZero();
        assertThat(timeline.indexOf(EventId.of("c"))).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"63, 0", "64, 0", "65, 1", "70, 6"})
    void sixty_four_smallest_events_fit(int size, int overflow) {
        List<Entry> entries = Collections.nCopies(size, new Entry(smallest(), List.of()));

        assertThat(new Timeline(entries).overflow()).isEqualTo(overflow);
    }

    @Test
    void bytes_run_out_first_when_ids_are_long() {
        String longId = "x".repeat(60);
        Timeline timeline = timeline(40, longId);
        int kept = 40 - timeline.overflow();

        assertThat(kept).isLessThan(40);
        assertThat(bytes(timeline.entries().subList(40 - kept, 40))).isLessThanOrEqualTo(Timeline.MAX_BYTES);
        assertThat(bytes(timeline.entries().subList(39 - kept, 40))).isGreaterThan(Timeline.MAX_BYTES);
    }

    /** Whatever their number, so that no shortcut lets a few large ones through. */
    @Test
    void largest_events_never_outgrow_the_bytes() {
        for (int size = 1; size <= 20; size++) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                entries.add(
                        new Entry(largest(i), Collections.nCopies(Timeline.MAX_MARKS_OF_ONE_EVENT, new Mark(1, 1, 1))));
            }
            int overflow = new Timeline(entries).overflow();

            assertThat(bytes(entries.subList(overflow, size))).isLessThanOrEqualTo(Timeline.MAX_BYTES);
            assertThat(overflow).isLessThan(size);
        }
    }

    @Test
    void newest_event_is_the_accounts_clock() {
        assertThat(timeline(3, "").newestMillis()).isEqualTo(NOW.plusSeconds(2).toEpochMilli());
        assertThat(Timeline.EMPTY.newestMillis()).isEqualTo(Long.MIN_VALUE);
    }

    /** Without id and segment. */
    private static Login smallest() {
        Login login = event("", 0);
        return new Login(
                "",
                login.accountId(),
                "",
                NOW,
                login.outcome(),
                login.failureReason(),
                login.authMethod(),
                login.mfa(),
                login.source());
    }

    /** The longest id and segment that the border lets in, and a network of its own. */
    private static AccountChange largest(int index) {
        AccountChange change = change("x".repeat(64), ChangeType.UNKNOWN, NOW).build();
        return new AccountChange(
                change.eventId(),
                change.accountId(),
                "s".repeat(32),
                NOW,
                change.change(),
                change.initiator(),
                change.mfa(),
                1,
                2,
                fullest(index));
    }

    private static Source fullest(int index) {
        return new Source(
                new IpAddress(1, index),
                "NO",
                "o".repeat(Source.MAX_CITY),
                new GeoPoint(1, 1),
                1,
                index + 1L,
                1,
                2,
                3,
                Network.UNKNOWN);
    }

    private static int bytes(List<Entry> entries) {
        int bytes = 0;
        for (int i = 0; i < entries.size(); i++) {
            bytes += entries.get(i)
                    .footprint(i == 0 ? null : entries.get(i - 1).event().source());
        }
        return bytes;
    }

    private static Timeline timeline(int size, String idPrefix) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(entry(idPrefix + i, i));
        }
        return new Timeline(entries);
    }

    private static Entry entry(String id, int second) {
        return new Entry(event(id, second), List.of());
    }

    private static Login event(String id, int second) {
        return login(id, NOW.plusSeconds(second)).build();
    }
}
