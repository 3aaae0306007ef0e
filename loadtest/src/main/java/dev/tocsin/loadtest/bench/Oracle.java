package dev.tocsin.loadtest.bench;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.codec.InputRecords;
import dev.tocsin.codec.StateCodec;
import dev.tocsin.codec.StoredAccount;
import dev.tocsin.config.AppConfig;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.Outcome;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionedRuleBook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The detector's engine alone over the same events in order, read through Avro and not by the detector's direct way: the alerts
 * that must stand in the end.
 */
final class Oracle implements Expected {
    private final DetectionEngine engine =
            new DetectionEngine(AppConfig.DEFAULT_GRACE, new VersionedRuleBook(Thresholds.defaults()));
    private final String loginTopic;
    private final InputRecords<?> logins;
    private final InputRecords<?> changes;
    private final Map<String, byte[]> accounts = new HashMap<>();
    private final Set<String> standing = new HashSet<>();

    /** @param loginTopic what is not in it is an account change */
    Oracle(String loginTopic) {
        this.loginTopic = loginTopic;
        SchemaRegistry registry = Schemas.registry();
        logins = InputRecords.logins(registry, TocsinSubject.reader(), loginTopic);
        changes = InputRecords.accountChanges(registry, TocsinSubject.reader(), loginTopic);
    }

    @Override
    public void add(ProducerRecord<byte[], byte[]> record) {
        boolean isLogin = record.topic().equals(loginTopic);
        AccountEvent event = (isLogin ? logins : changes).event(record.value());
        String account = event.accountId();
        StoredAccount stored = StateCodec.read(accounts.get(account), account);
        Outcome outcome = engine.apply(stored.state(), event);
        outcome.withdrawn().stream().map(Alert::alertId).forEach(standing::remove);
        outcome.raised().stream().map(Alert::alertId).forEach(standing::add);
        accounts.put(account, StateCodec.write(new StoredAccount(outcome.state(), -1, -1), account));
    }

    /** Ids of the alerts that were raised and not withdrawn. */
    Set<String> standing() {
        return standing;
    }
}
