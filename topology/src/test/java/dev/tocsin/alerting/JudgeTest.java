package dev.tocsin.alerting;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mark;
import dev.tocsin.alerting.Evaluation.Result;
import dev.tocsin.detection.Action;
import dev.tocsin.detection.Detector;
import dev.tocsin.detection.Evidence;
import dev.tocsin.detection.Finding;
import dev.tocsin.detection.Look;
import dev.tocsin.detection.Moment;
import dev.tocsin.detection.Profile;
import dev.tocsin.detection.Severity;
import dev.tocsin.detection.Signal;
import dev.tocsin.detection.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Cooldown and learning, with a detector that always finds the same. */
class JudgeTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Learning NO_LEARNING = new Learning(Duration.ZERO, 0);
    private static final Login EVENT = login("now", NOW).build();

    /** Finds the same in every moment. */
    private record Fixed(Profile profile, Duration cooldown, Finding finding) implements Detector {
        static Fixed of(Profile.Kind kind, Finding finding) {
            return new Fixed(profile(kind), DAY, finding);
        }

        static Profile profile(Profile.Kind kind) {
            return new Profile(
                    "fixed",
                    kind,
                    Profile.Watches.BOTH,
                    Mark.Trail.GUESSING,
                    Mark.Trail.NONE,
                    false,
                    List.of("T1078"),
                    List.of());
        }

        @Override
        public Finding examine(Moment moment, Look look) {
            return finding;
        }

        @Override
        public List<AccountEvent> drill() {
            return List.of();
        }

        @Override
        public Action recommend(Severity severity) {
            return Action.REVIEW;
        }

        @Override
        public Wording tell(Severity severity, Map<String, String> facts) {
            return new Wording("title", "summary", "message");
        }
    }

    @Test
    void signal_becomes_an_alert_with_all_that_it_needs() {
        Judgement judgement = judge(signal("place", Severity.HIGH));

        assertThat(judgement.raised())
                .containsExactly(new Alert(
                        AlertId.of(
                                "account-1",
                                "fixed",
                                signal("place", Severity.HIGH).evidence()),
                        "account-1",
                        "default",
                        signal("place", Severity.HIGH),
                        NOW,
                        false,
                        "v7",
                        null));
        assertThat(judgement.suppressed()).isEmpty();
        assertThat(judgement.evaluations().all()).containsExactly(new Evaluation("fixed", Result.FIRED, ""));
    }

    @Test
    void nothing_found_is_quiet_and_nothing_known_is_not_evaluable() {
        assertThat(judge(Finding.QUIET).evaluations().all()).containsExactly(new Evaluation("fixed", Result.QUIET, ""));
        assertThat(judge(new Finding.NotEvaluable("no-place")).evaluations().all())
                .containsExactly(new Evaluation("fixed", Result.NOT_EVALUABLE, "no-place"));
        assertThat(judge(new Finding.NotEvaluable("no-place")).raised()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "86399999, true", "86400000, false", "86400001, false", "-86399999, true", "-86400000, false"
    })
    void alert_silences_its_like_until_the_cooldown_is_over(long ago, boolean silenced) {
        AccountMemory memory = marked("place", Severity.MEDIUM, ago);

        assertThat(judge(signal("place", Severity.MEDIUM), memory).raised().isEmpty())
                .isEqualTo(silenced);
    }

    @ParameterizedTest
    @CsvSource({"INFO, true", "LOW, true", "MEDIUM, true", "HIGH, false", "CRITICAL, false"})
    void more_severe_signal_passes_the_cooldown(Severity severity, boolean silenced) {
        AccountMemory memory = marked("place", Severity.MEDIUM, 1);

        assertThat(judge(signal("place", severity), memory).raised().isEmpty()).isEqualTo(silenced);
    }

    @Test
    void mild_alert_in_between_does_not_let_a_severe_one_be_told_again() {
        AccountMemory memory = marked("place", Severity.HIGH, 3_600_000)
                .after(login("b", NOW).build(), List.of(mark("place", Severity.LOW, 60_000)));

        assertThat(judge(signal("place", Severity.HIGH), memory).suppressed()).hasSize(1);
    }

    @Test
    void other_discriminator_has_a_cooldown_of_its_own() {
        AccountMemory memory = marked("place", Severity.CRITICAL, 1);

        assertThat(judge(signal("other place", Severity.INFO), memory).raised()).hasSize(1);
    }

    @Test
    void silenced_signal_is_kept_with_what_silenced_it() {
        Judgement judgement = judge(signal("place", Severity.LOW), marked("place", Severity.LOW, 1));

        assertThat(judgement.suppressed())
                .singleElement()
                .satisfies(alert -> assertThat(alert.suppressedBy()).isEqualTo(Suppression.COOLDOWN))
                .satisfies(alert -> assertThat(alert.signal()).isEqualTo(signal("place", Severity.LOW)));
        assertThat(judgement.evaluations().all())
                .containsExactly(new Evaluation("fixed", Result.SUPPRESSED, "cooldown"));
        assertThat(judgement.marks()).isEmpty();
    }

    @Test
    void detector_without_cooldown_is_never_silenced_by_it() {
        Fixed detector = new Fixed(Fixed.profile(Profile.Kind.NOVELTY), Duration.ZERO, signal("place", Severity.LOW));

        assertThat(judge(detector, NO_LEARNING, marked("place", Severity.LOW, 0))
                        .raised())
                .hasSize(1);
    }

    @Test
    void novelty_waits_until_habits_are_learned_and_says_so() {
        Fixed novelty = Fixed.of(Profile.Kind.NOVELTY, signal("place", Severity.CRITICAL));
        Judgement judgement = judge(novelty, Learning.DEFAULTS, marked("place", Severity.CRITICAL, 1));

        assertThat(judgement.raised()).isEmpty();
        assertThat(judgement.suppressed()).extracting(Alert::suppressedBy).containsExactly(Suppression.LEARNING);
        assertThat(judgement.evaluations().all()).containsExactly(new Evaluation("fixed", Result.LEARNING, "learning"));
    }

    @ParameterizedTest
    @EnumSource(names = {"VOLUME", "SEQUENCE"})
    void volume_and_sequence_never_wait(Profile.Kind kind) {
        Fixed detector = Fixed.of(kind, signal("place", Severity.LOW));

        assertThat(judge(detector, Learning.DEFAULTS, marked("elsewhere", Severity.LOW, 1))
                        .raised())
                .hasSize(1);
    }

    @Test
    void signal_that_does_not_matter_to_the_caller_counts_as_quiet() {
        Fixed detector = Fixed.of(Profile.Kind.SEQUENCE, signal("place", Severity.HIGH));
        Judgement judgement = Judge.judge(
                new Rules("v7", List.of(detector), NO_LEARNING), moment(AccountMemory.EMPTY), signal -> false);

        assertThat(judgement.raised()).isEmpty();
        assertThat(judgement.suppressed()).isEmpty();
        assertThat(judgement.evaluations().all()).containsExactly(new Evaluation("fixed", Result.QUIET, ""));
    }

    private static Judgement judge(Finding finding) {
        return judge(finding, AccountMemory.EMPTY);
    }

    private static Judgement judge(Finding finding, AccountMemory memory) {
        return judge(Fixed.of(Profile.Kind.NOVELTY, finding), NO_LEARNING, memory);
    }

    private static Judgement judge(Detector detector, Learning learning, AccountMemory memory) {
        return Judge.judge(new Rules("v7", List.of(detector), learning), moment(memory));
    }

    private static Moment moment(AccountMemory memory) {
        return new Moment(memory, EVENT, false);
    }

    /** A memory of an alert so many milliseconds before NOW. */
    private static AccountMemory marked(String discriminator, Severity severity, long ago) {
        return AccountMemory.EMPTY.after(
                login("before", NOW.minusSeconds(60)).build(), List.of(mark(discriminator, severity, ago)));
    }

    private static Mark mark(String discriminator, Severity severity, long ago) {
        return new Mark(signal(discriminator, severity).key(), severity.rank(), NOW.toEpochMilli() - ago);
    }

    private static Signal signal(String discriminator, Severity severity) {
        return new Signal(
                "fixed",
                severity,
                50,
                discriminator,
                List.of(new Evidence("now", "login", NOW)),
                Map.of("place", discriminator),
                null);
    }
}
