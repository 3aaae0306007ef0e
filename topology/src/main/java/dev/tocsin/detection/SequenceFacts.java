package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a sequence, and the sentence that is made of them. */
final class SequenceFacts {
    private SequenceFacts() {}

    static Facts of(AccountEvent first, AccountChange then, Duration gap, Duration window) {
        return new Facts()
                .put("first", Happening.of(first))
                .put("first_at", first.occurredAt())
                .put("first_by", initiator(first))
                .put("first_place", first.source().place())
                .put("then", Happening.of(then))
                .put("then_at", then.occurredAt())
                .put("then_by", then.initiator())
                .put("then_place", then.source().place())
                .put("gap", Facts.span(gap))
                .put("threshold", Facts.span(window));
    }

    private static @Nullable Object initiator(AccountEvent event) {
        return event.<@Nullable Object>fold(login -> null, AccountChange::initiator);
    }

    static String summary(Map<String, String> facts) {
        return upperFirst(facts.getOrDefault("first", ""))
                + by(facts, "first_by")
                + " at " + facts.get("first_at")
                + " from " + facts.get("first_device") + ", " + facts.get("first_place")
                + "; " + facts.get("then")
                + by(facts, "then_by")
                + ' ' + facts.get("gap") + " later"
                + " from " + facts.get("then_device") + ", " + facts.get("then_place")
                + ". Threshold: " + facts.get("threshold")
                + ". Destination " + facts.getOrDefault("destination", "not told")
                + ", MFA " + facts.get("mfa")
                + ", open alert: " + facts.get("open_alert") + '.'
                + (facts.containsKey("capped") ? " Capped: device and network are long known." : "");
    }

    private static String by(Map<String, String> facts, String key) {
        return facts.containsKey(key) ? " by " + facts.get(key) : "";
    }

    private static String upperFirst(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
