package dev.tocsin.testing;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Judge;
import dev.tocsin.alerting.Judgement;
import dev.tocsin.alerting.Rules;
import dev.tocsin.detection.Moment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The definition that the engine is held to: every event judged once, in event-time order, nothing forgotten early. */
public record PureFold(Map<String, Alert> table, AccountMemory memory) {
    public static PureFold of(List<? extends AccountEvent> events, Rules rules) {
        Map<String, Alert> table = new LinkedHashMap<>();
        AccountMemory memory = AccountMemory.EMPTY;
        for (AccountEvent event :
                events.stream().sorted(AccountEvent.TIMELINE_ORDER).toList()) {
            Moment moment = new Moment(memory.awakeAt(event.atMillis()), event, false);
            Judgement judgement = Judge.judge(rules, moment);
            judgement.raised().forEach(alert -> table.put(alert.alertId(), alert));
            memory = memory.after(event, judgement.marks());
        }
        return new PureFold(table, memory);
    }
}
