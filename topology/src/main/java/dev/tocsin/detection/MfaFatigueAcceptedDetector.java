package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Burst;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Many second factors refused within minutes, and then one that is accepted.
 *
 * <p>Works because it is how prompt bombing ends when the owner gives in. On a known device it weighs one step less: owners
 * fight with their own app. Factors that show a number to match are safer, but the contract does not tell them apart.
 */
final class MfaFatigueAcceptedDetector extends TunedDetector<MfaFatigueAcceptedDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
                    "mfa-fatigue-accepted",
                    Profile.Kind.VOLUME,
                    List.of("T1621"),
                    List.of("denials", "window", "since_last", "threshold", "device", "network", "ip", "country"))
            .leaving(Mark.Trail.GUESSING);

    /** The catalogue's V5: V4's 5 in 10 min, then a success within 30 min; its cooldown for volume. */
    static final Settings DEFAULTS =
            new Settings(Duration.ofHours(1), Duration.ofMinutes(10), 5, Duration.ofMinutes(30));

    /**
     * @param cooldown between two alerts
     * @param window over which refusals are counted
     * @param denials in one window that make a burst
     * @param successWithin how soon after the last refusal of the burst a success belongs to it
     */
    record Settings(Duration cooldown, Duration window, int denials, Duration successWithin)
            implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            BurstSettings.checkWindow("window", window);
            BurstSettings.checkCount("denials", denials);
            BurstSettings.checkFollowUp(window, successWithin);
        }
    }

    MfaFatigueAcceptedDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        boolean counts = look.succeeded(login)
                && look.sees("mfa", login.mfa(), "PASSED", login.passedMfa())
                && look.isAttempt(login);
        if (!counts) {
            return Finding.QUIET; // an app that wakes up asked nobody
        }
        if (moment.late()) {
            return look.lacks(Finding.LATE);
        }
        EndedBurst.Limits limits = new EndedBurst.Limits(
                settings().denials(), settings().window(), settings().successWithin());
        Burst denials = moment.before().bursts().denials();
        return EndedBurst.before(moment.atMillis(), denials, limits, "last refusal", look)
                .<Finding>map(burst -> signal(moment, login, burst))
                .orElse(Finding.QUIET);
    }

    private Signal signal(Moment moment, Login login, EndedBurst burst) {
        boolean deviceKnown = moment.before().devices().isKnown(login.source().device(), moment.atMillis());
        Facts facts = new Facts()
                .put("denials", Facts.upTo(Burst.MAX, burst.count()))
                .put("window", Facts.span(settings().window()))
                .put("since_last", Facts.span(burst.sinceLast()))
                .put("threshold", settings().denials())
                .put("device", Novelty.deviceWords(login.source(), deviceKnown))
                .put("network", login.source().network())
                .put("ip", login.source().ip())
                .put("country", login.source().country());
        return signal(
                Severity.CRITICAL.moved(deviceKnown ? -1 : 0),
                deviceKnown ? 50 : 85,
                "accepted",
                List.of(burst.last(), Evidence.of(login, "login with the second factor accepted")),
                facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return severity == Severity.CRITICAL ? Action.LOCK_ACCOUNT : Action.STEP_UP;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary = "%s second factors refused within %s, and %s after the last one accepted, on a %s, network %s."
                + " Threshold: %s refusals.";
        return new Wording(
                "Second factor accepted after many refusals",
                summary.formatted(
                        facts.get("denials"),
                        facts.get("window"),
                        facts.get("since_last"),
                        facts.get("device"),
                        facts.get("network"),
                        facts.get("threshold")),
                "A sign-in to your account was confirmed after many that were not."
                        + " If you confirmed it by mistake, change your password and contact us now.");
    }

    @Override
    public List<AccountEvent> drill() {
        Drill drill = Drill.begin();
        for (int i = 0; i < settings().denials(); i++) {
            drill.denied(Drill.STRANGER);
        }
        return drill.loginWithMfa(Drill.STRANGER).events();
    }
}
