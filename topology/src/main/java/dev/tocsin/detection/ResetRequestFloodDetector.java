package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Burst;
import dev.tocsin.account.ChangeType;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Many password resets asked for on one account within an hour.
 *
 * <p>Works as a hint that somebody tries to get in, or to bury the one mail that matters. Requests that staff makes do not
 * count. Blind to requests spread over many accounts.
 */
final class ResetRequestFloodDetector extends TunedDetector<ResetRequestFloodDetector.Settings> {
    static final Profile PROFILE = Profile.onChanges(
            "reset-request-flood",
            Profile.Kind.VOLUME,
            List.of("T1110", "T1589"),
            List.of("requests", "window", "threshold", "device", "ip", "country"));

    /** The catalogue's V6: 5 in 60 min, as Elastic has it; its cooldown for volume. */
    static final Settings DEFAULTS = new Settings(Duration.ofHours(1), Duration.ofHours(1), 5);

    /**
     * @param cooldown between two alerts
     * @param window over which requests are counted
     * @param requests in the window at which it fires
     */
    record Settings(Duration cooldown, Duration window, int requests) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            BurstSettings.checkWindow("window", window);
            BurstSettings.checkCount("requests", requests);
        }
    }

    ResetRequestFloodDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, AccountChange change, Look look) {
        boolean isRequest = change.change() == ChangeType.PASSWORD_RESET_REQUESTED;
        boolean counts =
                look.sees("change", change.change(), "PASSWORD_RESET_REQUESTED", isRequest) && look.isNotStaff(change);
        if (!counts) {
            return Finding.QUIET;
        }
        if (moment.late()) {
            return look.lacks(Finding.LATE);
        }
        int requests = moment.before()
                .burstsWith(change)
                .resetRequests()
                .within(moment.atMillis(), settings().window().toMillis())
                .size();
        return look.reaches(
                        "requests", requests, settings().requests(), settings().window())
                ? signal(moment, change, requests)
                : Finding.QUIET;
    }

    private Signal signal(Moment moment, AccountChange change, int requests) {
        boolean deviceKnown = moment.before().devices().isKnown(change.source().device(), moment.atMillis());
        Facts facts = new Facts()
                .put("requests", Facts.upTo(Burst.MAX, requests))
                .put("window", Facts.span(settings().window()))
                .put("threshold", settings().requests())
                .put("device", Novelty.deviceWords(change.source(), deviceKnown))
                .put("ip", change.source().ip())
                .put("country", change.source().country());
        return signal(
                Severity.LOW,
                deviceKnown ? 20 : 50,
                "requests",
                List.of(Evidence.of(change, "the request that reached the threshold")),
                facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return Action.NOTIFY_OWNER;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        return new Wording(
                "Password resets asked for again and again",
                "%s password resets asked for in %s, the last from a %s. Threshold: %s."
                        .formatted(
                                facts.get("requests"),
                                facts.get("window"),
                                facts.get("device"),
                                facts.get("threshold")),
                "Somebody asked many times to reset your password."
                        + " If that was not you, do not use the links you received, and look for other mail from us.");
    }

    @Override
    public List<AccountEvent> drill() {
        Drill drill = Drill.begin();
        for (int i = 0; i < settings().requests(); i++) {
            drill.change(ChangeType.PASSWORD_RESET_REQUESTED, Drill.STRANGER);
        }
        return drill.events();
    }
}
