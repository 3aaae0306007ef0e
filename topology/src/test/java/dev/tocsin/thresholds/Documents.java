package dev.tocsin.thresholds;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.engine.RuleBook;
import dev.tocsin.testing.TestAccount;
import java.util.List;
import java.util.Objects;

/** What tests of whole documents have in common. */
final class Documents {
    private Documents() {}

    static Thresholds parse(String text) {
        return Thresholds.parse("my.yaml", text);
    }

    /** An account at home in Oslo, judged by a document from its first event on. */
    static TestAccount settledUnder(String text) {
        return TestAccount.settledUnder(parse(text).ruleBook());
    }

    static TestAccount after(RuleBook rules, List<AccountEvent> events) {
        TestAccount account = TestAccount.freshUnder(rules);
        events.forEach(account::sees);
        return account;
    }

    /** The alerts of a detector that were kept apart, with what silenced them. */
    static List<String> silencers(TestAccount account, String detector) {
        return account.suppressed().stream()
                .filter(alert -> alert.signal().detector().equals(detector))
                .map(alert -> String.valueOf(alert.suppressedBy()))
                .toList();
    }

    static boolean isInShadow(Alert alert) {
        return Objects.toString(alert.suppressedBy()).equals("shadow");
    }
}
