package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Mfa;
import dev.tocsin.alerting.Alert;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.Arrival;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every sequence, whatever order its events arrive in; told by each one's own drill. */
class SequenceLawsTest {
    /** Longer drills arrive in that many orders drawn at random, and reversed. */
    private static final int ORDERS = 6;

    static Stream<String> sequences() {
        return Drilled.sequences();
    }

    @Test
    void there_are_fifteen() {
        assertThat(sequences()).hasSize(15);
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void any_arrival_order_inside_the_grace_gives_the_same_alerts_and_state(String id) {
        List<AccountEvent> drill = Drilled.story(id);
        TestAccount inOrder = Drilled.by(drill);
        assertThat(inOrder.alerts(id)).hasSize(1);

        for (List<AccountEvent> order : orders(drill)) {
            TestAccount account = Drilled.by(order);
            assertThat(account.table()).as("%s", order).isEqualTo(inOrder.table());
            assertThat(account.state()).as("%s", order).isEqualTo(inOrder.state());
        }
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void event_that_comes_forty_minutes_late_gives_the_same_alerts(String id) {
        List<AccountEvent> drill = Drilled.story(id);
        AccountEvent tick = tickAfter(drill, Duration.ofMinutes(40));
        TestAccount inOrder = Drilled.by(drill).sees(tick);

        for (AccountEvent latecomer : drill) {
            TestAccount account = Drilled.by(without(latecomer, drill)).sees(tick, latecomer);
            assertThat(account.last().arrival()).isEqualTo(Arrival.OUT_OF_ORDER);
            assertThat(account.table()).as("%s", latecomer).isEqualTo(inOrder.table());
        }
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void change_that_comes_after_the_grace_gives_the_same_alert_marked_late(String id) {
        for (AccountEvent latecomer : Drilled.story(id)) {
            if (latecomer instanceof AccountChange) {
                assertThat(afterGrace(id, latecomer)).satisfies(alert -> isLateTwin(id, alert));
            }
        }
    }

    /** Of a late login's habits nothing is known, but its silence, and the alert about its place, are. */
    @ParameterizedTest
    @MethodSource("sequences")
    void login_that_comes_after_the_grace_gives_it_too_where_an_alert_or_a_silence_tells_the_story(String id) {
        for (AccountEvent latecomer : Drilled.story(id)) {
            boolean isTold = id.equals("dormant-then-payout") || id.equals("new-location-then-sensitive");
            if (!(latecomer instanceof AccountChange) && isTold) {
                assertThat(afterGrace(id, latecomer)).satisfies(alert -> isLateTwin(id, alert));
            }
        }
    }

    /** The change alone has told the story already; it is not told twice. */
    @Test
    void login_from_a_new_device_that_comes_after_the_grace_adds_no_second_alert() {
        String id = "new-device-then-payout";
        List<AccountEvent> drill = Drilled.story(id);

        Alert alert = afterGrace(id, drill.get(0));

        assertThat(alert.late()).isFalse();
        assertThat(alert.signal().evidence())
                .extracting(Evidence::eventId)
                .containsExactly(drill.get(1).eventId());
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void repeated_delivery_adds_nothing(String id) {
        List<AccountEvent> drill = Drilled.story(id);
        TestAccount account = Drilled.by(drill);
        AccountState state = account.state();

        drill.forEach(account::sees);

        assertThat(account.table()).isEqualTo(Drilled.by(drill).table());
        assertThat(account.state()).isEqualTo(state);
    }

    private static void isLateTwin(String id, Alert alert) {
        Alert inOrder = Told.last(Drilled.by(Drilled.story(id)), id);
        assertThat(alert.late()).isTrue();
        assertThat(alert.alertId()).isEqualTo(inOrder.alertId());
        assertThat(alert.signal().facts().get("incident"))
                .isEqualTo(inOrder.signal().facts().get("incident"));
    }

    /** The one alert after everything else, a sign of life two hours later, and the latecomer. */
    private static Alert afterGrace(String id, AccountEvent latecomer) {
        List<AccountEvent> drill = Drilled.story(id);
        TestAccount account = Drilled.by(without(latecomer, drill))
                .sees(tickAfter(drill, Duration.ofHours(2)))
                .sees(latecomer);
        assertThat(account.last().arrival()).isEqualTo(Arrival.LATE);
        assertThat(account.alerts(id)).as("%s", latecomer).hasSize(1);
        return account.alerts(id).get(0);
    }

    private static List<List<AccountEvent>> orders(List<AccountEvent> events) {
        if (events.size() <= 3) {
            return permutations(events);
        }
        List<List<AccountEvent>> orders = new ArrayList<>();
        for (int seed = 0; seed < ORDERS; seed++) {
            List<AccountEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(seed));
            orders.add(shuffled);
        }
        List<AccountEvent> reversed = new ArrayList<>(events);
        Collections.reverse(reversed);
        orders.add(reversed);
        return orders;
    }

    private static List<List<AccountEvent>> permutations(List<AccountEvent> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        List<List<AccountEvent>> all = new ArrayList<>();
        for (AccountEvent first : events) {
            for (List<AccountEvent> rest : permutations(without(first, events))) {
                List<AccountEvent> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }

    private static List<AccountEvent> without(AccountEvent one, List<AccountEvent> events) {
        return events.stream().filter(event -> !event.equals(one)).toList();
    }

    /** A change that belongs to no story and teaches nothing. */
    private static AccountEvent tickAfter(List<AccountEvent> events, Duration span) {
        AccountEvent last = events.get(events.size() - 1);
        Instant at = last.occurredAt().plus(span);
        return new AccountChange(
                "tick",
                last.accountId(),
                last.segment(),
                at,
                ChangeType.UNKNOWN,
                Initiator.OWNER,
                Mfa.NOT_USED,
                Hash64.NONE,
                Hash64.NONE,
                Drill.HOME);
    }
}
