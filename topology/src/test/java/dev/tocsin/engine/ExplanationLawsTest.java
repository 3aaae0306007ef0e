package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.EventId;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluation;
import dev.tocsin.alerting.Evaluation.Result;
import dev.tocsin.alerting.Explanation;
import dev.tocsin.alerting.Opinion;
import dev.tocsin.detection.Check;
import dev.tocsin.detection.Signal;
import dev.tocsin.testing.RandomHistory;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An explanation says what the judgement said, whenever it is asked for. */
class ExplanationLawsTest {
    private static final int HISTORIES = 30;

    /** An event, why it is judged so before it arrives, and what came of its arrival. */
    private record Arrived(String name, Explanation explanation, Outcome outcome) {}

    @Test
    void explanation_of_an_arriving_event_is_what_its_arrival_brings() {
        Set<Arrival> arrivals = EnumSet.noneOf(Arrival.class);
        Set<Result> results = EnumSet.noneOf(Result.class);
        for (Arrived arrived : arrivals()) {
            arrivals.add(arrived.outcome().arrival());
            List<Opinion> opinions = arrived.explanation().opinions();
            List<Evaluation> evaluations =
                    opinions.stream().map(Opinion::evaluation).toList();
            evaluations.forEach(evaluation -> results.add(evaluation.result()));

            assertThat(evaluations)
                    .as(arrived.name())
                    .isEqualTo(arrived.outcome().evaluations().all());
            assertThat(told(arrived.outcome())).as(arrived.name()).containsAll(alerts(opinions));
        }
        assertThat(arrivals).containsExactlyInAnyOrder(Arrival.IN_ORDER, Arrival.OUT_OF_ORDER, Arrival.LATE);
        assertThat(results).doesNotContain(Result.SHADOW).hasSize(Result.values().length - 1);
    }

    @Test
    void signal_is_raised_when_nothing_that_is_asked_silences_it() {
        for (Arrived arrived : arrivals()) {
            for (Opinion opinion : arrived.explanation().opinions()) {
                boolean found = opinion.finding() instanceof Signal;
                List<Check> decision = opinion.decision();
                assertThat(decision.isEmpty()).as(arrived.name()).isEqualTo(!found);
                assertThat(opinion.alert() != null).as(arrived.name()).isEqualTo(found);
                assertThat(found && decision.stream().allMatch(Check::holds))
                        .as(arrived.name() + ": " + opinion)
                        .isEqualTo(opinion.evaluation().result() == Result.FIRED);
                assertThat(decision.stream().filter(check -> !check.holds()).count())
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void recent_event_is_explained_the_same_after_it_arrived() {
        for (long seed : new Random(5).longs(HISTORIES).toArray()) {
            TestAccount account = TestAccount.fresh();
            for (AccountEvent event : RandomHistory.of(seed, 60)) {
                Explanation before = account.explains(event);
                account.sees(event);
                Optional<Explanation> after = account.engine().explain(account.state(), event.eventId());

                assertThat(after).as("seed %d, event %s", seed, event.eventId()).contains(before);
            }
        }
    }

    @Test
    void event_that_is_settled_or_never_came_is_not_explained_from_the_state() {
        TestAccount account = TestAccount.settledInOslo();

        assertThat(account.engine().explain(account.state(), "home-60")).isEmpty();
        assertThat(account.engine().explain(account.state(), "nobody")).isEmpty();
        assertThat(account.state().hasSettled(EventId.of("home-3"))).isFalse();
        assertThat(account.engine().explain(account.state(), "home-3")).isPresent();
    }

    private static List<Arrived> arrivals() {
        List<Arrived> arrivals = new ArrayList<>();
        for (long seed : new Random(3).longs(HISTORIES).toArray()) {
            List<AccountEvent> events = RandomHistory.of(seed, 80);
            TestAccount account = TestAccount.fresh();
            for (AccountEvent event : RandomHistory.shuffled(events, seed, Duration.ofHours(30))) {
                Explanation explanation = account.explains(event);
                account.sees(event);
                arrivals.add(new Arrived("seed " + seed + ", event " + event.eventId(), explanation, account.last()));
            }
        }
        return arrivals;
    }

    private static List<Alert> alerts(List<Opinion> opinions) {
        return opinions.stream().map(Opinion::alert).filter(Objects::nonNull).toList();
    }

    private static List<Alert> told(Outcome outcome) {
        return Stream.concat(outcome.raised().stream(), outcome.suppressed().stream())
                .toList();
    }
}
