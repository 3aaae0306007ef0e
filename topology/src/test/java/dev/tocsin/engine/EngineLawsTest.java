package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.testing.PureFold;
import dev.tocsin.testing.RandomHistory;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every history. The seed is the test's argument, so a failure names it. */
class EngineLawsTest {
    private static final int SEEDS = 100;
    private static final int EVENTS = 120;

    static long[] seeds() {
        return new Random(20261122).longs(SEEDS).toArray();
    }

    static long[] fewSeeds() {
        return Arrays.copyOf(seeds(), 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_arrival_order_inside_the_grace_ends_in_the_same_alerts_and_state(long seed) {
        List<AccountEvent> events = RandomHistory.of(seed, EVENTS);
        TestAccount inOrder = run(events);

        TestAccount shuffled = run(RandomHistory.shuffled(events, seed + 1, TestAccount.GRACE));

        assertThat(shuffled.table()).isEqualTo(inOrder.table());
        assertThat(shuffled.state()).isEqualTo(inOrder.state());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void alerts_and_memory_are_the_fold_over_the_events_in_order(long seed) {
        List<AccountEvent> events = RandomHistory.of(seed, EVENTS);
        TestAccount account = run(RandomHistory.shuffled(events, seed, TestAccount.GRACE));
        PureFold fold = PureFold.of(events, TestAccount.RULES);

        assertThat(account.table()).isEqualTo(fold.table());
        assertThat(account.state().memory()).isEqualTo(fold.memory());
    }

    /** The arrivals go far beyond the grace, so that late ones are cut off as well. */
    @ParameterizedTest
    @MethodSource("fewSeeds")
    void engine_that_takes_over_at_any_point_goes_on_as_the_first_would(long seed) {
        List<AccountEvent> events = RandomHistory.shuffled(RandomHistory.of(seed, EVENTS), seed, Duration.ofHours(50));
        List<Outcome> whole = outcomes(AccountState.EMPTY, events);

        for (int split = 1; split < EVENTS; split += 1 + split % 7) {
            List<Outcome> rest = outcomes(whole.get(split - 1).state(), events.subList(split, EVENTS));
            assertThat(rest).as("split at %d", split).isEqualTo(whole.subList(split, EVENTS));
        }
    }

    private static List<Outcome> outcomes(AccountState start, List<AccountEvent> events) {
        TestAccount account = TestAccount.resumed(start);
        return events.stream().map(event -> account.sees(event).last()).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void duplicates_add_nothing(long seed) {
        List<AccountEvent> events = RandomHistory.shuffled(RandomHistory.of(seed, EVENTS), seed, TestAccount.GRACE);
        Random random = new Random(seed);
        List<AccountEvent> repeated = new ArrayList<>();
        for (AccountEvent event : events) {
            repeated.add(event);
            if (random.nextInt(3) == 0) {
                repeated.add(repeated.get(repeated.size() - 1 - random.nextInt(Math.min(repeated.size(), 6))));
            }
        }

        TestAccount once = run(events);
        TestAccount twice = run(withinADay(repeated));

        assertThat(twice.table()).isEqualTo(once.table());
        assertThat(twice.state()).isEqualTo(once.state());
    }

    /** Drops repetitions of events more than a day older than the newest; those are recognised by their position. */
    private static List<AccountEvent> withinADay(List<AccountEvent> events) {
        List<AccountEvent> kept = new ArrayList<>();
        long newest = Long.MIN_VALUE;
        for (AccountEvent event : events) {
            boolean isOldRepetition = kept.contains(event) && newest - event.atMillis() > 23 * 3_600_000L;
            if (!isOldRepetition) {
                kept.add(event);
            }
            newest = Math.max(newest, event.atMillis());
        }
        return kept;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void redelivery_from_any_point_repeats_only_alerts_that_stand(long seed) {
        List<AccountEvent> events = RandomHistory.shuffled(RandomHistory.of(seed, EVENTS), seed, TestAccount.GRACE);
        TestAccount account = run(events);
        AccountState state = account.state();

        for (AccountEvent event : events.subList(new Random(seed).nextInt(EVENTS), EVENTS)) {
            Outcome repeated = account.repeats(event);
            assertThat(repeated.state()).isSameAs(state);
            assertThat(account.table().values()).containsAll(repeated.raised());
            assertThat(repeated.withdrawn()).noneMatch(alert -> account.table().containsKey(alert.alertId()));
        }
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void an_alert_of_a_recent_event_is_repeated_with_it(long seed) {
        List<AccountEvent> events = RandomHistory.of(seed, EVENTS);
        for (int i = 0; i < events.size(); i++) {
            AccountEvent event = events.get(i);
            TestAccount account = run(events.subList(0, i + 1));
            assertThat(account.repeats(event).raised())
                    .containsExactlyElementsOf(account.last().raised());
        }
    }

    private static TestAccount run(List<AccountEvent> events) {
        TestAccount account = TestAccount.fresh();
        for (AccountEvent event : events) {
            account.sees(event);
            assertThat(account.last().arrival()).isNotEqualTo(Arrival.LATE);
        }
        return account;
    }
}
