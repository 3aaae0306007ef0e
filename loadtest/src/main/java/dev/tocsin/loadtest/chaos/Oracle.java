package dev.tocsin.loadtest.chaos;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventReader;
import dev.tocsin.config.AppConfig;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.Outcome;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.loadtest.market.Event;
import dev.tocsin.loadtest.market.Records;
import dev.tocsin.thresholds.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows which alerts must stand in the end: the engine as it is shipped, over all events in their order. */
final class Oracle {
    private final DetectionEngine engine =
            new DetectionEngine(AppConfig.DEFAULT_GRACE, Thresholds.defaults().ruleBook());
    private final EventReader reader = new EventReader(new Enrichment(AddressDatabases.none(), new AgentFamily()));
    private final Map<String, AccountState> states = new HashMap<>();
    private final Map<String, List<AccountEvent>> stories = new HashMap<>();
    private final Map<String, Verdict> standing = new HashMap<>();
    private long events;

    /** Takes the next event, in the order of event time. */
    void accept(Event made) {
        AccountEvent event = Records.<AccountEvent>fold(made, reader::read, reader::read);
        AccountState state = states.getOrDefault(event.accountId(), AccountState.EMPTY);
        Outcome outcome = engine.apply(state, event);
        states.put(event.accountId(), outcome.state());
        stories.computeIfAbsent(event.accountId(), id -> new ArrayList<>()).add(event);
        outcome.withdrawn().forEach(alert -> standing.remove(alert.alertId()));
        outcome.raised().forEach(alert -> standing.put(alert.alertId(), Verdict.of(alert)));
        events++;
    }

    /** By alert id. */
    Map<String, Verdict> standing() {
        return standing;
    }

    /** Alerts over events of that moment or later. */
    int standingSince(Instant moment) {
        return (int) standing.values().stream()
                .filter(verdict -> !verdict.occurredAt().isBefore(moment))
                .count();
    }

    long events() {
        return events;
    }

    /** All events of an account, oldest first. */
    List<AccountEvent> story(String account) {
        return stories.getOrDefault(account, List.of());
    }
}
