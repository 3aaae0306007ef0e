package dev.tocsin.loadtest.traffic;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Learning;
import dev.tocsin.alerting.Rules;
import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventReader;
import dev.tocsin.detection.Detector;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.Outcome;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets events run through the production engine under the shipped settings, without Kafka. */
final class Replay {
    private static final Rules RULES = new Rules("defaults", detectors(), Learning.DEFAULTS);

    private final EventReader reader = new EventReader(new Enrichment(AddressDatabases.none(), new AgentFamily()));
    private final DetectionEngine engine = new DetectionEngine(Duration.ofHours(1), event -> RULES);
    private final Map<String, AccountState> accounts = new HashMap<>();

    private static List<Detector> detectors() {
        List<Detector> detectors = new ArrayList<>();
        DetectorCatalog.items().forEach(item -> detectors.add(item.withSettings(item.defaults())));
        return detectors;
    }

    /** The alerts that these events raise; none of them may be taken back. */
    List<Alert> take(List<Event> events) {
        List<Alert> raised = new ArrayList<>();
        for (Event event : events) {
            AccountState before = accounts.getOrDefault(event.accountId(), AccountState.EMPTY);
            Outcome outcome = engine.apply(before, read(event));
            if (!outcome.withdrawn().isEmpty()) {
                throw new AssertionError("generated traffic is in order, but took back " + outcome.withdrawn());
            }
            accounts.put(event.accountId(), outcome.state());
            raised.addAll(outcome.raised());
        }
        return raised;
    }

    private AccountEvent read(Event event) {
        return event.fold(reader::read, reader::read);
    }
}
