package dev.tocsin.engine;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Timeline;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.PureFold;
import dev.tocsin.testing.SourceBuilder;
import dev.tocsin.testing.TestAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More events within the grace than are kept in order: the oldest settle early, and nobody who is in time notices. */
class OverflowTest {
    private static final List<Place> PLACES = List.of(Place.values());
    private static final List<ChangeType> CHANGES =
            List.of(ChangeType.PASSWORD_RESET, ChangeType.PAYOUT_CHANGED, ChangeType.EMAIL_CHANGED);

    static long[] seeds() {
        return new Random(64).longs(12).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void flood_of_small_events_raises_what_an_unbounded_timeline_would(long seed) {
        assertThatOverflowIsNotNoticed(flood(seed, "", 2), Timeline.MAX);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void flood_of_large_events_raises_what_an_unbounded_timeline_would(long seed) {
        assertThatOverflowIsNotNoticed(flood(seed, "x".repeat(50), PLACES.size()), 30);
    }

    private static void assertThatOverflowIsNotNoticed(List<AccountEvent> events, int mostKept) {
        TestAccount account = TestAccount.fresh();
        for (AccountEvent event : events) {
            account.sees(event);
            assertThat(account.last().arrival()).isEqualTo(Arrival.IN_ORDER);
            assertThat(account.state().recent().size()).isLessThanOrEqualTo(mostKept);
        }
        PureFold unbounded = PureFold.of(events, TestAccount.RULES);

        assertThat(account.table()).isNotEmpty().isEqualTo(unbounded.table());
        assertThat(account.state().memory()).isEqualTo(unbounded.memory());
    }

    @Test
    void event_before_what_settled_early_is_late_although_inside_the_grace() {
        TestAccount account = TestAccount.fresh();
        for (int i = 0; i < 70; i++) {
            account.sees(login(Integer.toString(10 + i), NOW.plusSeconds(i)).build());
        }

        Instant through = Instant.ofEpochMilli(account.state().settledThroughMillis());

        assertThat(through).isBetween(NOW, NOW.plusSeconds(60));
        assertThat(account.sees(login("at", through).build()).last().arrival()).isEqualTo(Arrival.LATE);
        assertThat(account.sees(login("in", through.plusMillis(1)).build())
                        .last()
                        .arrival())
                .isEqualTo(Arrival.OUT_OF_ORDER);
    }

    /** Three hundred events, at most 25 s apart, from so many places. */
    private static List<AccountEvent> flood(long seed, String idPrefix, int places) {
        Random random = new Random(seed);
        List<AccountEvent> events = new ArrayList<>();
        Instant at = NOW;
        for (int i = 0; i < 300; i++) {
            at = at.plusSeconds(1 + random.nextInt(25));
            String id = idPrefix + i;
            Place place = PLACES.get(random.nextInt(places));
            events.add(random.nextInt(8) == 0 ? change(id, at, place, random) : attempt(id, at, place, random));
        }
        return events;
    }

    private static AccountEvent attempt(String id, Instant at, Place place, Random random) {
        LoginBuilder login = from(login(id, at), place, random);
        return random.nextInt(3) == 0 ? login.failed().build() : login.build();
    }

    private static AccountEvent change(String id, Instant at, Place place, Random random) {
        ChangeType type = CHANGES.get(random.nextInt(CHANGES.size()));
        return from(ChangeBuilder.change(id, type, at), place, random)
                .to("iban-" + random.nextInt(3))
                .build();
    }

    private static <B extends SourceBuilder<B>> B from(B event, Place place, Random random) {
        return event.from(place).device("device-" + random.nextInt(4));
    }
}
