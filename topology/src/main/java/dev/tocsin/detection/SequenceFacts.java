package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a sequence, and the sentence that is made of them. */
final class SequenceFacts {
    private SequenceFacts() {}

    /** @param first the change itself when nothing led to it; then there is no first event to tell of, and no gap */
    static Facts of(AccountEvent first, AccountChange then, Duration gap, Duration window) {
        Facts facts = new Facts();
        boolean isAlone = first.eventId().equals(then.eventId());
        if (!isAlone) {
            facts.put("first", Happening.of(first))
                    .put("first_at", first.occurredAt())
                    .put("first_by", initiator(first))
                    .put("first_place", first.source().place());
        }
        return facts.put("then", Happening.of(then))
                .put("then_at", then.occurredAt())
                .put("then_by", then.initiator())
                .put("then_place", then.source().place())
                .put("gap", isAlone ? null : Facts.span(gap))
                .put("threshold", Facts.span(window));
    }

    private static @Nullable Object initiator(AccountEvent event) {
        return event.<@Nullable Object>fold(login -> null, AccountChange::initiator);
    }

    static String summary(Map<String, String> facts) {
        return upperFirst(facts.containsKey("first") ? pair(facts) : alone(facts))
                + ". Threshold: " + facts.get("threshold") + ". "
                + (facts.containsKey("destination") ? "Destination " + facts.get("destination") + ", " : "")
                + "MFA " + facts.get("mfa")
                + (facts.containsKey("open_alert") ? ", open alert: " + facts.get("open_alert") : "") + '.'
                + (facts.containsKey("capped") ? " Capped: device and network are long known." : "");
    }

    private static String pair(Map<String, String> facts) {
        return facts.get("first") + by(facts, "first_by") + " at " + facts.get("first_at") + from(facts, "first")
                + "; " + facts.get("then") + by(facts, "then_by") + ' ' + facts.get("gap") + " later"
                + from(facts, "then");
    }

    private static String alone(Map<String, String> facts) {
        return facts.get("then") + by(facts, "then_by") + " at " + facts.get("then_at") + from(facts, "then")
                + "; no login came from that device before";
    }

    private static String from(Map<String, String> facts, String which) {
        String place = facts.getOrDefault(which + "_place", "unknown");
        return " from " + facts.get(which + "_device") + ", " + (place.equals("unknown") ? "place unknown" : place);
    }

    private static String by(Map<String, String> facts, String key) {
        return facts.containsKey(key) ? " by " + facts.get(key) : "";
    }

    private static String upperFirst(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
