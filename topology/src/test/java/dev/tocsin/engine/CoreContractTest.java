package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Burst;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Landmark;
import dev.tocsin.account.Session;
import dev.tocsin.account.Timeline;
import dev.tocsin.account.Transition;
import dev.tocsin.account.Travels;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluation;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.detection.Profile;
import dev.tocsin.detection.Wording;
import dev.tocsin.testing.TestAccount;
import dev.tocsin.testing.WildHistory;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the core promises for any events at all. The seed is the test's argument, so a failure names it. */
class CoreContractTest {
    private static final int EVENTS = 150;

    static long[] seeds() {
        return new Random(40).longs(60).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_combination_of_values_throws_or_leaves_a_gap_in_the_words(long seed) {
        TestAccount account = TestAccount.fresh();
        for (AccountEvent event : WildHistory.of(seed, EVENTS)) {
            account.sees(event);
            Stream.of(account.last().raised(), account.last().suppressed())
                    .flatMap(List::stream)
                    .forEach(alert -> assertThat(words(alert).summary()).doesNotContain("null"));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equal_events_make_equal_outcomes(long seed) {
        TestAccount one = TestAccount.fresh();
        TestAccount other = TestAccount.fresh();
        List<AccountEvent> events = WildHistory.of(seed, EVENTS);
        List<AccountEvent> equal = WildHistory.of(seed, EVENTS);

        for (int i = 0; i < EVENTS; i++) {
            one.sees(events.get(i));
            other.sees(equal.get(i));
            assertThat(other.last()).isEqualTo(one.last());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_detector_looks_once_at_every_event_that_it_watches(long seed) {
        List<String> onLogins = watching(true);
        List<String> onChanges = watching(false);
        TestAccount account = TestAccount.fresh();
        for (AccountEvent event : WildHistory.of(seed, EVENTS)) {
            account.sees(event);
            List<String> watching = event.fold(login -> onLogins, change -> onChanges);
            List<String> looked = account.last().evaluations().all().stream()
                    .map(Evaluation::detector)
                    .toList();
            assertThat(looked).isEqualTo(account.last().arrival() == Arrival.DUPLICATE ? List.of() : watching);
        }
    }

    private static List<String> watching(boolean logins) {
        return DetectorCatalog.items().stream()
                .map(DetectorCatalog.Item::profile)
                .filter(profile -> profile.watches().includes(logins))
                .map(Profile::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_that_is_kept_outgrows_its_bound(long seed) {
        TestAccount account = TestAccount.fresh();
        for (AccountEvent event : WildHistory.of(seed, EVENTS)) {
            account.sees(event);
            AccountState state = account.state();
            assertThat(state.recent().size()).isLessThanOrEqualTo(Timeline.MAX);
            assertThat(state.settledIds().size()).isLessThanOrEqualTo(SettledId.MAX);
            assertThat(state.lastAlerts().size()).isLessThanOrEqualTo(AccountState.MAX_LAST_ALERTS);
            assertBounded(state.memory());
        }
    }

    private static void assertBounded(AccountMemory memory) {
        for (KnownSet set : List.of(memory.countries(), memory.cities(), memory.networks(), memory.devices())) {
            assertThat(set.entries().size()).isLessThanOrEqualTo(KnownSet.MAX);
        }
        assertThat(memory.positions().size()).isLessThanOrEqualTo(Travels.MAX_POSITIONS);
        assertThat(memory.travels().transitions().size()).isLessThanOrEqualTo(Transition.MAX);
        assertThat(memory.changes().size()).isLessThanOrEqualTo(AccountMemory.MAX_CHANGES);
        assertThat(memory.destinations().size()).isLessThanOrEqualTo(AccountMemory.MAX_DESTINATIONS);
        assertThat(memory.marks().size()).isLessThanOrEqualTo(AccountMemory.MAX_MARKS);
        assertThat(memory.landmarks().size()).isLessThanOrEqualTo(Landmark.MAX);
        assertThat(memory.sessions().size()).isLessThanOrEqualTo(Session.MAX);
        for (Burst burst : bursts(memory)) {
            assertThat(burst.hits().size()).isLessThanOrEqualTo(Burst.MAX);
        }
    }

    private static List<Burst> bursts(AccountMemory memory) {
        return List.of(
                memory.bursts().failures(),
                memory.bursts().denials(),
                memory.bursts().resetRequests());
    }

    private static Wording words(Alert alert) {
        DetectorCatalog.Item<?> item =
                DetectorCatalog.find(alert.signal().detector()).orElseThrow();
        return item.withSettings(item.defaults())
                .tell(alert.signal().severity(), alert.signal().facts());
    }
}
