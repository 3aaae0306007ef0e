package dev.tocsin.account;

import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What memory keeps of alerts, and what that does to trust. */
class MarksTest {
    private static final int INFO = 0;
    private static final int MEDIUM = 2;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final AccountMemory HOME =
            Memories.of(login("home", NOW.minus(Duration.ofDays(60))).build());

    @ParameterizedTest
    @CsvSource({
        "MEDIUM below LOW,  1, 2, 0,         true",
        "at once,           3, 3, 0,         true",
        "72 h later,        3, 3, 259200000, true",
        "just over 72 h,    3, 3, 259200001, false",
        "less severe,       3, 2, 0,         false",
    })
    void alert_is_open_for_three_days(String name, int asked, int rank, long later, boolean expected) {
        AccountMemory memory = after(HOME, 0, new Mark(1, rank, NOW.toEpochMilli()));

        assertThat(isOpen(memory, NOW.toEpochMilli() + later, asked)).as(name).isEqualTo(expected);
    }

    @Test
    void newer_alert_of_the_same_key_replaces_the_mark() {
        AccountMemory memory = after(after(HOME, 0, mark(1, MEDIUM, 0)), 30, mark(1, MEDIUM, 30));

        assertThat(memory.marks()).containsExactly(mark(1, MEDIUM, 30));
    }

    @Test
    void more_severe_alert_of_the_same_key_replaces_the_mark() {
        AccountMemory memory = after(after(HOME, 0, mark(1, MEDIUM, 0)), 1, mark(1, Mark.HIGH, 1));

        assertThat(memory.marks()).containsExactly(mark(1, Mark.HIGH, 1));
    }

    @Test
    void less_severe_alert_of_the_same_key_does_not_close_the_one_that_is_open() {
        AccountMemory memory = after(after(HOME, 0, mark(1, Mark.HIGH, 0)), 30, mark(1, INFO, 30));

        assertThat(isOpen(memory, at(31), Mark.HIGH)).isTrue();
    }

    @Test
    void late_alert_of_the_same_key_does_not_hide_the_newer_one() {
        AccountMemory memory = after(HOME, 0, mark(1, Mark.HIGH, 0))
                .afterLate(login("late", hour(-60)).build(), List.of(mark(1, Mark.HIGH, -60)));

        assertThat(isOpen(memory, at(71), Mark.HIGH)).isTrue();
    }

    @Test
    void marks_beyond_the_bound_push_out_the_oldest() {
        List<Mark> marks = new ArrayList<>(Stream.iterate(0, i -> i + 1)
                .limit(20)
                .map(i -> mark(100 + i, MEDIUM, 0))
                .toList());
        AccountMemory memory = HOME.after(login("x", NOW).build(), marks);

        assertThat(memory.marks()).isEqualTo(marks.subList(4, 20));
    }

    @Test
    void flood_of_mild_alerts_does_not_push_out_a_severe_one_that_is_open() {
        AccountMemory memory = after(HOME, 0, mark(1, Mark.HIGH, 0));
        for (int i = 0; i < 20; i++) {
            memory = after(memory, 1, mark(100 + i, MEDIUM, 1));
        }

        assertThat(isOpen(memory, at(1), Mark.HIGH)).isTrue();
        assertThat(memory.marks()).hasSize(AccountMemory.MAX_MARKS).endsWith(mark(119, MEDIUM, 1));
    }

    @Test
    void mild_alert_finds_room_among_severe_ones_and_pushes_out_what_is_not_open_first() {
        AccountMemory memory = after(HOME, 0, mark(1, Mark.HIGH, 0));
        for (int i = 0; i < AccountMemory.MAX_MARKS - 1; i++) {
            memory = after(memory, 72, mark(100 + i, MEDIUM, 72));
        }
        memory = after(memory, 73, mark(2, INFO, 73));

        assertThat(memory.marks())
                .hasSize(AccountMemory.MAX_MARKS)
                .doesNotContain(mark(1, Mark.HIGH, 0))
                .endsWith(mark(2, INFO, 73));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 1", "1, 0"})
    void mark_is_kept_for_seven_days(long overMillis, int expected) {
        Instant then = NOW.plus(AccountMemory.KEPT).plusMillis(overMillis);
        AccountMemory memory =
                after(HOME, 0, mark(1, Mark.HIGH, 0)).after(login("later", then).build(), List.of());

        assertThat(memory.marks()).hasSize(expected);
    }

    @Test
    void place_that_raised_a_high_alert_is_not_promoted_by_habit_while_that_is_open() {
        AccountMemory memory = HOME;
        for (int hour = 0; hour <= 72; hour += 12) {
            Login lagos = login("l" + hour, hour(hour)).from(Place.LAGOS).build();
            memory = memory.after(lagos, hour == 0 ? List.of(mark(1, Mark.HIGH, 0)) : List.of());
        }

        assertThat(memory.countries().trust(Source.countryKey("NG"), at(72))).isEqualTo(Trust.PROBATION);
    }

    @Test
    void place_that_raised_a_medium_alert_is_promoted_by_habit() {
        AccountMemory memory = HOME;
        for (int hour = 0; hour <= 24; hour += 12) {
            Login lagos = login("l" + hour, hour(hour)).from(Place.LAGOS).build();
            memory = memory.after(lagos, hour == 0 ? List.of(mark(1, MEDIUM, 0)) : List.of());
        }

        assertThat(memory.countries().trust(Source.countryKey("NG"), at(24))).isEqualTo(Trust.KNOWN);
    }

    @Test
    void alert_of_the_very_login_already_holds_its_promotion_back() {
        Login first = login("1", hour(0)).from(Place.LAGOS).build();
        Login second = login("2", hour(1)).from(Place.LAGOS).build();
        Login third = login("3", hour(24)).from(Place.LAGOS).build();
        AccountMemory memory =
                HOME.after(first, List.of()).after(second, List.of()).after(third, List.of(mark(1, Mark.HIGH, 24)));

        assertThat(memory.countries().trust(Source.countryKey("NG"), at(24))).isEqualTo(Trust.PROBATION);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 1"})
    void payout_destination_set_under_an_open_high_alert_is_not_the_owners(int rank, int learned) {
        AccountChange payout = change("p", ChangeType.PAYOUT_CHANGED, NOW)
                .instead("owners")
                .to("thiefs")
                .build();
        AccountMemory memory = HOME.after(payout, List.of(mark(1, rank, 0)));

        assertThat(memory.destinations()).hasSize(learned).contains(Hash64.of("owners"));
    }

    @Test
    void thief_who_leaves_a_destination_does_not_make_it_the_owners() {
        AccountChange there = payout("a", NOW).instead("owners").to("thiefs").build();
        AccountChange back =
                payout("b", NOW.plusSeconds(1)).instead("thiefs").to("owners").build();
        AccountMemory memory = HOME.after(there, List.of(mark(1, Mark.HIGH, 0))).after(back, List.of());

        assertThat(memory.destinations()).containsExactly(Hash64.of("owners"));
    }

    private static ChangeBuilder payout(String id, Instant at) {
        return change(id, ChangeType.PAYOUT_CHANGED, at);
    }

    @Test
    void no_device_is_evicted_under_an_open_alert_of_any_severity() {
        AccountMemory memory = Memories.of(devices());
        Login stranger = login("s", NOW).device("stranger").build();

        assertThat(memory.after(stranger, List.of()).devices().find(Hash64.of("d0")))
                .isNull();
        assertThat(memory.after(stranger, List.of(mark(1, INFO, 0))).devices().find(Hash64.of("d0")))
                .isNotNull();
    }

    /** Logins from as many devices as are remembered, on one day each. */
    private static List<Login> devices() {
        List<Login> logins = new ArrayList<>();
        for (int i = 0; i < KnownSet.MAX; i++) {
            Instant at = NOW.minus(Duration.ofDays(KnownSet.MAX - i));
            logins.add(login("d" + i, at).device("d" + i).build());
        }
        return logins;
    }

    private static boolean isOpen(AccountMemory memory, long at, int atLeastRank) {
        return memory.openAlerts(at).stream().anyMatch(mark -> mark.rank() >= atLeastRank);
    }

    @Test
    void what_reached_nobody_takes_no_place_of_what_did() {
        Mark raised = mark(1, MEDIUM, 0);

        assertThat(after(after(HOME, 0, raised), 1, mark(1, Mark.HIGH, 1).inShadow())
                        .marks())
                .containsExactly(raised, mark(1, Mark.HIGH, 1).inShadow());
        assertThat(after(after(HOME, 0, raised.rehearsed()), 1, mark(1, Mark.HIGH, 1))
                        .marks())
                .containsExactly(mark(1, Mark.HIGH, 1));
        assertThat(after(after(HOME, 0, raised.inShadow()), 1, raised.rehearsed())
                        .marks())
                .containsExactly(raised.rehearsed());
    }

    @Test
    void alert_in_shadow_is_not_open_and_the_first_to_give_way() {
        AccountMemory memory = after(HOME, 0, mark(99, Mark.HIGH, 0).inShadow());

        assertThat(isOpen(memory, at(1), INFO)).isFalse();
        assertThat(isOpen(after(HOME, 0, mark(99, Mark.HIGH, 0).rehearsed()), at(1), Mark.HIGH))
                .isTrue();
        for (int i = 0; i < AccountMemory.MAX_MARKS; i++) {
            memory = after(memory, 0, mark(i, INFO, 0));
        }
        assertThat(memory.marks()).hasSize(AccountMemory.MAX_MARKS).allMatch(mark -> mark.key() != 99);
    }

    @Test
    void alert_in_shadow_finds_no_room_among_alerts_that_were_raised() {
        AccountMemory memory = HOME;
        for (int i = 0; i < AccountMemory.MAX_MARKS; i++) {
            memory = after(memory, 0, mark(i, INFO, 0));
        }

        assertThat(after(memory, 96, mark(99, Mark.HIGH, 96).inShadow()).marks())
                .isEqualTo(memory.marks());
    }

    private static AccountMemory after(AccountMemory memory, int hours, Mark mark) {
        return memory.after(login("h" + hours, hour(hours)).build(), List.of(mark));
    }

    private static Mark mark(long key, int rank, int hours) {
        return new Mark(key, rank, at(hours));
    }

    private static long at(int hours) {
        return NOW.toEpochMilli() + hours * HOUR;
    }

    private static Instant hour(int hours) {
        return Instant.ofEpochMilli(at(hours));
    }
}
