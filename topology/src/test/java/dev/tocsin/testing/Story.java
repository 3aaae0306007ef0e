package dev.tocsin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluation.Result;
import dev.tocsin.detection.Severity;
import dev.tocsin.engine.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named timeline, and what one detector should make of its last event. */
public record Story(String name, List<AccountEvent> events, Verdict expected) {
    /** What became of the look at one event; {@code severity} is that of the alert, if one was raised. */
    public record Verdict(
            Result result, String reason, @Nullable Severity severity) {
        static Verdict of(Outcome outcome, String detector) {
            Severity severity = outcome.raised().stream()
                    .map(Alert::signal)
                    .filter(signal -> signal.detector().equals(detector))
                    .map(signal -> signal.severity())
                    .findFirst()
                    .orElse(null);
            return outcome.evaluations().all().stream()
                    .filter(evaluation -> evaluation.detector().equals(detector))
                    .map(evaluation -> new Verdict(evaluation.result(), evaluation.reason(), severity))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A story whose end is not told yet. */
    public record Beginning(String name, List<AccountEvent> events) {
        public Story fires(Severity severity) {
            return new Story(name, events, new Verdict(Result.FIRED, "", severity));
        }

        public Story isQuiet() {
            return new Story(name, events, new Verdict(Result.QUIET, "", null));
        }

        public Story isNotEvaluable(String reason) {
            return new Story(name, events, new Verdict(Result.NOT_EVALUABLE, reason, null));
        }

        public Story isCoolingDown() {
            return new Story(name, events, new Verdict(Result.SUPPRESSED, "cooldown", null));
        }

        public Story isLearning() {
            return new Story(name, events, new Verdict(Result.LEARNING, "learning", null));
        }
    }

    public static Beginning when(String name, AccountEvent... events) {
        return new Beginning(name, List.of(events));
    }

    public static Beginning when(String name, List<? extends AccountEvent> events) {
        return new Beginning(name, List.copyOf(events));
    }

    /** Lets the story happen to an account and checks its end. */
    public void happensTo(TestAccount account, String detector) {
        events.forEach(account::sees);
        assertThat(Verdict.of(account.last(), detector)).as(name).isEqualTo(expected);
    }

    /** Names the test. */
    @Override
    public String toString() {
        return name;
    }
}
