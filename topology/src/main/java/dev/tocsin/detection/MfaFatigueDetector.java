package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Burst;
import dev.tocsin.account.Login;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Many second factors refused or timed out within minutes.
 *
 * <p>Works because whoever has the password can send prompt after prompt until the owner gives in. Blind to platforms
 * whose factor is not a prompt. A failure of the app that denies for everybody at once looks the same.
 */
final class MfaFatigueDetector extends TunedDetector<MfaFatigueDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
            "mfa-fatigue",
            Profile.Kind.VOLUME,
            List.of("T1621"),
            List.of("denials", "window", "threshold", "device", "network", "ip", "country"));

    /** The catalogue's V4: 5 in 10 min, as Elastic has it; its cooldown for volume. */
    static final Settings DEFAULTS = new Settings(Duration.ofHours(1), Duration.ofMinutes(10), 5);

    /**
     * @param cooldown between two alerts
     * @param window over which refusals are counted
     * @param denials in the window at which it fires
     */
    record Settings(Duration cooldown, Duration window, int denials) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            BurstSettings.checkWindow("window", window);
            BurstSettings.checkCount("denials", denials);
        }
    }

    MfaFatigueDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        boolean isDenied = login.outcome() == Login.Outcome.MFA_DENIED;
        if (!look.sees("outcome", login.outcome(), "MFA_DENIED", isDenied)) {
            return Finding.QUIET;
        }
        if (moment.late()) {
            return look.lacks(Finding.LATE);
        }
        List<Burst.Hit> hits = moment.before()
                .burstsWith(login)
                .denials()
                .within(moment.atMillis(), settings().window().toMillis());
        return look.reaches(
                        "refusals",
                        hits.size(),
                        settings().denials(),
                        settings().window())
                ? signal(moment, login, hits.size())
                : Finding.QUIET;
    }

    private Signal signal(Moment moment, Login login, int denials) {
        boolean deviceKnown = moment.before().devices().isKnown(login.source().device(), moment.atMillis());
        Facts facts = new Facts()
                .put("denials", Facts.upTo(Burst.MAX, denials))
                .put("window", Facts.span(settings().window()))
                .put("threshold", settings().denials())
                .put("device", Novelty.deviceWords(login.source(), deviceKnown))
                .put("network", login.source().network())
                .put("ip", login.source().ip())
                .put("country", login.source().country());
        return signal(
                Severity.MEDIUM,
                deviceKnown ? 40 : 70,
                "denials",
                Evidence.of(login, "the refusal that reached the threshold"),
                facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return Action.STEP_UP;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary = "%s second factors refused or timed out in %s, the last for a login on a %s, network %s."
                + " Threshold: %s.";
        return new Wording(
                "Second factor refused again and again",
                summary.formatted(
                        facts.get("denials"),
                        facts.get("window"),
                        facts.get("device"),
                        facts.get("network"),
                        facts.get("threshold")),
                "Somebody who has your password is asking for your confirmation again and again."
                        + " If that is not you, do not confirm, and change your password now.");
    }

    @Override
    public List<AccountEvent> drill() {
        Drill drill = Drill.begin();
        for (int i = 0; i < settings().denials(); i++) {
            drill.denied(Drill.STRANGER);
        }
        return drill.events();
    }
}
