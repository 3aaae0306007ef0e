package dev.tocsin.detection;

import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.detection.Stranger.pair;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.ChangeType;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sequence of one change after another promises; tiers and rules of its own are in each one's own test. */
class PairSequencesTest {
    private static final Set<ChangeType> RESETS =
            Set.of(ChangeType.PASSWORD_RESET, ChangeType.PASSWORD_RESET_REQUESTED);

    /**
     * One sequence.
     *
     * @param beginnings every change that begins its story
     * @param ends every change that ends it
     * @param first one that begins it
     * @param then one that ends it
     */
    private record Pair(
            String id,
            Set<ChangeType> beginnings,
            Set<ChangeType> ends,
            ChangeType first,
            ChangeType then,
            Action action) {
        static Pair toPayout(String id, ChangeType first) {
            return new Pair(id, Set.of(first), Sequence.PAYOUT, first, ChangeType.PAYOUT_CHANGED, Action.HOLD_PAYOUT);
        }

        Pair from(Set<ChangeType> others) {
            return new Pair(id, others, ends, first, then, action);
        }

        Pair to(Set<ChangeType> others, ChangeType last, Action advice) {
            return new Pair(id, beginnings, others, first, last, advice);
        }

        /** Names the test. */
        @Override
        public String toString() {
            return id;
        }
    }

    static List<Pair> pairs() {
        return List.of(
                Pair.toPayout("contact-change-then-payout", ChangeType.EMAIL_CHANGED)
                        .from(Sequence.CONTACT),
                Pair.toPayout("email-change-then-reset", ChangeType.EMAIL_CHANGED)
                        .from(Sequence.CONTACT)
                        .to(RESETS, ChangeType.PASSWORD_RESET, Action.LOCK_ACCOUNT),
                Pair.toPayout("mfa-disabled-then-payout", ChangeType.MFA_DISABLED)
                        .to(Sequence.MONEY, ChangeType.PAYOUT_CHANGED, Action.HOLD_PAYOUT),
                Pair.toPayout("notifications-off-then-payout", ChangeType.NOTIFICATIONS_CHANGED),
                Pair.toPayout("password-change-then-payout", ChangeType.PASSWORD_CHANGED),
                Pair.toPayout("recovery-used", ChangeType.RECOVERY_USED)
                        .to(RecoveryUsedTest.ends(), ChangeType.EMAIL_CHANGED, Action.HOLD_PAYOUT));
    }

    /** Other changes before what ends the story, other changes after what begins it, and the wrong way round. */
    static Stream<Arguments> strangersToTheStory() {
        return pairs().stream().flatMap(pair -> Stream.of(
                        Stranger.otherBeginnings(pair.beginnings, pair.then),
                        Stranger.otherEnds(pair.first, pair.ends),
                        List.of(pair("the end first", /* first= */ pair.then, /* then= */ pair.first, HOUR)
                                .isQuiet()))
                .flatMap(List::stream)
                .map(story -> Arguments.of(pair, story)));
    }

    @ParameterizedTest
    @MethodSource("strangersToTheStory")
    void what_is_not_the_story_stays_silent(Pair pair, Story story) {
        story.happensTo(TestAccount.settledInOslo(), pair.id);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void alert_rests_on_both_changes_and_says_what_to_do(Pair pair) {
        TestAccount account =
                TestAccount.settledInOslo().sees(did("first", pair.first, 0), did("then", pair.then, HOUR));
        Signal signal = Told.last(account, pair.id).signal();

        assertThat(signal.evidence()).extracting(Evidence::eventId).containsExactly("first", "then");
        assertThat(signal.holdUntil()).isEqualTo(NOW.plusMillis(HOUR).plus(Duration.ofDays(3)));
        assertThat(Told.detector(pair.id).recommend(signal.severity())).isEqualTo(pair.action);
    }
}
