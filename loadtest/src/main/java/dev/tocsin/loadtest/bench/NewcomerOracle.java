package dev.tocsin.loadtest.bench;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.ChangeType;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.serde.AvroDecoder;
import dev.tocsin.serde.SchemaRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Counts by plain collections what {@link Newcomer} must find in the same events. */
final class NewcomerOracle implements Expected {
    private final String loginTopic;
    private final AvroDecoder<LoginEvent> logins;
    private final AvroDecoder<AccountChangeEvent> changes;
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, Long> failures = new HashMap<>();
    private final Map<String, List<Long>> resets = new HashMap<>();
    private long findings;

    /** @param loginTopic what is not in it is an account change */
    NewcomerOracle(String loginTopic) {
        this.loginTopic = loginTopic;
        SchemaRegistry registry = Schemas.registry();
        logins = new AvroDecoder<>(registry, LoginEvent.class);
        changes = new AvroDecoder<>(registry, AccountChangeEvent.class);
    }

    @Override
    public void add(ProducerRecord<byte[], byte[]> record) {
        if (record.topic().equals(loginTopic)) {
            add(logins.decode(record.value()), record.timestamp());
        } else {
            add(changes.decode(record.value()), record.timestamp());
        }
    }

    private void add(LoginEvent login, long at) {
        if (login.getOutcome() == LoginOutcome.SUCCEEDED) {
            String after = places.compute(
                    login.getAccountId(), (account, before) -> Places.after(before == null ? "" : before, login));
            findings += Places.newestIsNew(after) ? 1 : 0;
        } else if (login.getOutcome() == LoginOutcome.FAILED) {
            long window = at / Newcomer.BURST_WINDOW.toMillis();
            long count = failures.merge(login.getAccountId() + '@' + window, 1L, Long::sum);
            findings += count == Newcomer.BURST ? 1 : 0;
        }
    }

    private void add(AccountChangeEvent change, long at) {
        List<Long> before = resets.computeIfAbsent(change.getAccountId(), account -> new ArrayList<>());
        if (change.getChange() == ChangeType.PASSWORD_RESET) {
            before.add(at);
        } else if (change.getChange() == ChangeType.PAYOUT_CHANGED) {
            findings += before.stream()
                    .filter(reset -> at - reset <= Newcomer.SOON.toMillis())
                    .count();
        }
    }

    /** Lines that the topology must have written. */
    long findings() {
        return findings;
    }
}
