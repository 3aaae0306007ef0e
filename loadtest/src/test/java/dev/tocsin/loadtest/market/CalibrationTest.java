package dev.tocsin.loadtest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Neither too easy nor too hard: a published method finds the published attackers here about as well as elsewhere. */
class CalibrationTest {
    private static final long WARM_UP = Duration.ofDays(60).toMillis();

    private final Freeman freeman = new Freeman();
    private final List<Double> owners = new ArrayList<>();
    private final Map<Attack, List<Double>> thieves = new HashMap<>();
    private final Map<String, Attack> labels = new HashMap<>();

    private void run() {
        MarketOptions options = MarketOptions.ordinary(
                        2,
                        40_000,
                        170_000,
                        MarketOptions.DEFAULT_FROM,
                        MarketOptions.DEFAULT_FROM.plus(Duration.ofDays(395)))
                .withAttacks(Map.of(Attack.NAIVE, 0.02, Attack.VPN, 0.02, Attack.TARGETED, 0.02));
        Market market =
                new Market(options, label -> labels.put(label.events().get(0).eventId(), label.attack()));
        for (Event event = market.next(); event != null; event = market.next()) {
            if (event.deed().succeeds()) {
                take(event);
            }
        }
    }

    private void take(Event event) {
        Origin origin = Objects.requireNonNull(event.origin());
        Attack attack = labels.get(event.eventId());
        if (freeman.knows(event.account()) && event.at() > MarketOptions.DEFAULT_FROM.toEpochMilli() + WARM_UP) {
            List<Double> scores = attack == null ? owners : thieves.computeIfAbsent(attack, kind -> new ArrayList<>());
            scores.add(freeman.score(event.account(), origin));
        }
        if (attack == null) {
            freeman.learn(event.account(), origin);
        }
    }

    /** The chance that a thief's login scores higher than an owner's. */
    private static double auc(List<Double> high, List<Double> low) {
        double[] sorted = low.stream().mapToDouble(score -> score).sorted().toArray();
        double wins = 0;
        for (double score : high) {
            wins += (below(sorted, score) + below(sorted, Math.nextUp(score))) / 2.0;
        }
        return wins / high.size() / sorted.length;
    }

    private static int below(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double recallAtOnePerCent(List<Double> high, List<Double> low) {
        double[] sorted = low.stream().mapToDouble(score -> score).sorted().toArray();
        double threshold = sorted[sorted.length * 99 / 100];
        return (double) high.stream().filter(score -> score > threshold).count() / high.size();
    }

    @Test
    void published_attackers_are_as_hard_to_find_as_published() {
        run();
        assertThat(auc(Attack.NAIVE)).isCloseTo(0.93, within(0.04));
        assertThat(auc(Attack.VPN)).isCloseTo(0.91, within(0.04));
        assertThat(auc(Attack.TARGETED)).isCloseTo(0.67, within(0.04));
        assertThat(recall(Attack.NAIVE)).isCloseTo(0.35, within(0.18)); // easier here
        assertThat(recall(Attack.VPN)).isCloseTo(0.265, within(0.07));
        assertThat(recall(Attack.TARGETED)).isCloseTo(0.015, within(0.015));
    }

    private double auc(Attack attack) {
        return auc(scores(attack), owners);
    }

    private double recall(Attack attack) {
        return recallAtOnePerCent(scores(attack), owners);
    }

    private List<Double> scores(Attack attack) {
        return Objects.requireNonNull(thieves.get(attack));
    }
}
