package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.engine.AccountState;
import dev.tocsin.testing.TestAccount;
import java.util.List;
import java.util.stream.Stream;

/** The account of every drill, and what sequences made of their own. */
final class Drilled {
    private static final AccountState SETTLED = settled();

    private Drilled() {}

    /** The ids of the sequences, for tests over all of them. */
    static Stream<String> sequences() {
        return DetectorCatalog.items().stream()
                .filter(item -> item.defaults() instanceof SequenceSettings)
                .map(DetectorCatalog.Item::id);
    }

    static List<AccountEvent> story(String id) {
        return Told.detector(id).drill();
    }

    /** The account before every drill. */
    static TestAccount account() {
        return TestAccount.resumed(SETTLED);
    }

    static TestAccount by(List<AccountEvent> events) {
        TestAccount account = account();
        events.forEach(account::sees);
        return account;
    }

    private static AccountState settled() {
        TestAccount account = TestAccount.fresh();
        Drill.history().forEach(account::sees);
        return account.state();
    }
}
