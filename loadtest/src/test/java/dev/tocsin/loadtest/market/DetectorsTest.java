package dev.tocsin.loadtest.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventReader;
import dev.tocsin.detection.Detector;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.thresholds.Thresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A busy market with many attacks through the production engine under the shipped thresholds. */
class DetectorsTest {
    private static final MarketOptions OPTIONS = MarketOptions.ordinary(
                    12,
                    4_000,
                    80_000,
                    MarketOptions.DEFAULT_FROM,
                    MarketOptions.DEFAULT_FROM.plus(Duration.ofDays(300)))
            .withAttacks(shares());

    /** Some thieves wait for days, and some accounts have hardly begun. */
    private static final int MOST_OF_TEN = 7;

    private static Map<Attack, Double> shares() {
        Map<Attack, Double> shares = Attack.evenly(0.06);
        shares.put(Attack.FORGOTTEN_ACCOUNT, 0.3); // few are silent for so long in a market that busy
        return shares;
    }

    private final EventReader reader = new EventReader(new Enrichment(AddressDatabases.none(), new AgentFamily()));
    private final DetectionEngine engine =
            new DetectionEngine(Duration.ofHours(1), Thresholds.defaults().ruleBook());
    private final Map<Long, AccountState> accounts = new HashMap<>();
    private final Map<String, Set<String>> detectorsByEvent = new HashMap<>();
    private final List<Label> labels = new ArrayList<>();

    @Test
    void every_detector_wakes_for_most_attacks_that_are_told_for_it() {
        Market market = new Market(OPTIONS, labels::add);
        for (Event event = market.next(); event != null; event = market.next()) {
            take(event);
        }
        Map<String, int[]> heard = heard();
        assertThat(heard).allSatisfy((what, counts) -> assertThat(counts[0])
                .as("%s, of %d", what, counts[1])
                .isGreaterThan(MOST_OF_TEN * counts[1] / 10));
        assertThat(heard.keySet().stream().map(what -> what.substring(what.indexOf(' ') + 1)))
                .containsAll(Thresholds.defaults().rules().detectors().stream()
                        .map(Detector::id)
                        .toList());
        assertThat(labels.stream().map(Label::attack).distinct()).containsExactlyInAnyOrder(Attack.values());
    }

    private void take(Event event) {
        AccountState before = accounts.getOrDefault(event.account(), AccountState.EMPTY);
        AccountEvent read = Records.fold(event, reader::read, reader::read);
        var outcome = engine.apply(before, read);
        accounts.put(event.account(), outcome.state());
        for (Alert alert : outcome.raised()) {
            detectorsByEvent
                    .computeIfAbsent(event.eventId(), id -> new HashSet<>())
                    .add(alert.signal().detector());
        }
    }

    /** For each attack and detector that it is told for: how often it was heard during the attack, of how many attacks. */
    private Map<String, int[]> heard() {
        Map<String, int[]> heard = new TreeMap<>();
        for (Label label : labels) {
            Set<String> during = new HashSet<>();
            label.events().forEach(event -> during.addAll(detectorsByEvent.getOrDefault(event.eventId(), Set.of())));
            for (String detector : label.attack().detectors()) {
                int[] counts = heard.computeIfAbsent(label.attack().id() + ' ' + detector, what -> new int[2]);
                counts[0] += during.contains(detector) ? 1 : 0;
                counts[1]++;
            }
        }
        return heard;
    }
}
