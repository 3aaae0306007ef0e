package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Burst;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Several failed logins within minutes, and then a success.
 *
 * <p>Works because it is how guessing ends when it works. Owners who mistype do it on a device of their own, which makes it
 * LOW, or in a network of their own where no device is told, which makes it MEDIUM; an owner who logs in at home while
 * somebody else guesses is LOW. Blind to a thief who needs few tries, or waits after the last, and half blind to one who has
 * the owner's device, or looks like it.
 */
final class BurstThenSuccessDetector extends TunedDetector<BurstThenSuccessDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
                    "burst-then-success",
                    Profile.Kind.VOLUME,
                    List.of("T1110", "T1078"),
                    List.of(
                            "failures",
                            "window",
                            "since_last",
                            "threshold",
                            "success",
                            "reset",
                            "network",
                            "ip",
                            "country"))
            .leaving(Mark.Trail.GUESSING);

    /** The catalogue's V3: 5 in 10 min, success within 30 min; its cooldown for volume. */
    static final Settings DEFAULTS =
            new Settings(Duration.ofHours(1), Duration.ofMinutes(10), 5, Duration.ofMinutes(30));

    /**
     * @param cooldown between two alerts
     * @param window over which failures are counted
     * @param failures in one window that make a burst
     * @param successWithin how soon after the last failure of the burst a success belongs to it
     */
    record Settings(Duration cooldown, Duration window, int failures, Duration successWithin)
            implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            BurstSettings.checkWindow("window", window);
            BurstSettings.checkCount("failures", failures);
            BurstSettings.checkFollowUp(window, successWithin);
        }
    }

    /** Who came in, as far as can be told. */
    private enum Success {
        /** Home ground, and nobody but the owner failed. */
        OWNER_MISTYPED("the owner's device, which failed", Severity.LOW),
        /** A known address without a device: the owner, or somebody who shares the address. */
        KNOWN_ADDRESS("a known address, where the failures came from", Severity.MEDIUM),
        /** Home ground, and failures are from elsewhere. */
        OWNER_MEANWHILE("the owner's device or place, while others failed", Severity.LOW),
        /** The success comes from where failures came from. */
        SAME_SOURCE("where failures came from", Severity.HIGH),
        /** The same, in a country that the account does not know. */
        SAME_STRANGE_SOURCE("where failures came from, in a country not known", Severity.CRITICAL),
        /** The success comes from yet another, unknown source. */
        ANOTHER_SOURCE("another source, not known", Severity.CRITICAL);

        private final String words;
        private final Severity severity;

        Success(String words, Severity severity) {
            this.words = words;
            this.severity = severity;
        }

        /** @param failures of the last hour, so that who it was does not depend on the settings */
        static Success of(List<Burst.Hit> failures, AccountMemory before, Login login) {
            if (before.isHomeGround(login.source(), login.atMillis())) {
                return Origins.areAll(failures, login.source()) ? mistyped(login) : OWNER_MEANWHILE;
            }
            if (!Origins.include(failures, login.source())) {
                return ANOTHER_SOURCE;
            }
            return isSeen(before, login) ? SAME_SOURCE : SAME_STRANGE_SOURCE;
        }

        private static Success mistyped(Login login) {
            return login.source().device() == Hash64.NONE ? KNOWN_ADDRESS : OWNER_MISTYPED;
        }

        /** The account was seen there, or nothing says where it is. */
        private static boolean isSeen(AccountMemory before, Login login) {
            return login.source().country() == null
                    || before.countries().isKnown(login.source().countryKey(), login.atMillis());
        }
    }

    BurstThenSuccessDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        if (!look.succeeded(login) || !look.isAttempt(login)) {
            return Finding.QUIET; // an app that wakes up guessed nothing
        }
        if (moment.late()) {
            return look.lacks(Finding.LATE);
        }
        EndedBurst.Limits limits = new EndedBurst.Limits(
                settings().failures(), settings().window(), settings().successWithin());
        Burst failures = moment.before().bursts().failures();
        return EndedBurst.before(moment.atMillis(), failures, limits, "last failed attempt", look)
                .<Finding>map(burst -> signal(moment, login, burst))
                .orElse(Finding.QUIET);
    }

    private Signal signal(Moment moment, Login login, EndedBurst burst) {
        AccountMemory before = moment.before();
        Success success = Success.of(before.bursts().failures().hits(), before, login);
        boolean resetBetween = isResetBetween(before, burst.endMillis(), moment.atMillis());
        Facts facts = new Facts()
                .put("failures", Facts.upTo(Burst.MAX, burst.count()))
                .put("window", Facts.span(settings().window()))
                .put("since_last", Facts.span(burst.sinceLast()))
                .put("threshold", settings().failures())
                .put("success", success.words)
                .put("reset", resetBetween ? "by the owner, in between" : null)
                .put("network", login.source().network())
                .put("ip", login.source().ip())
                .put("country", login.source().country());
        return signal(
                success.severity.moved(resetBetween ? -1 : 0),
                success.severity == Severity.LOW ? 20 : 75,
                "burst",
                List.of(burst.last(), Evidence.of(login, "login after the failures")),
                facts);
    }

    private static boolean isResetBetween(AccountMemory before, long from, long to) {
        return before.changes().stream()
                .anyMatch(change -> change.change() == ChangeType.PASSWORD_RESET
                        && change.initiator() == Initiator.OWNER
                        && change.atMillis() >= from
                        && change.atMillis() <= to);
    }

    @Override
    public Action recommend(Severity severity) {
        if (severity == Severity.CRITICAL) {
            return Action.LOCK_ACCOUNT;
        }
        return severity.isAtLeast(Severity.MEDIUM) ? Action.STEP_UP : Action.REVIEW;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary =
                "%s failed logins within %s, and %s after the last a success from %s%s. Threshold: %s failures.";
        return new Wording(
                "Login after many failed ones",
                summary.formatted(
                        facts.get("failures"),
                        facts.get("window"),
                        facts.get("since_last"),
                        facts.get("success"),
                        facts.containsKey("reset") ? "; password reset in between" : "",
                        facts.get("threshold")),
                "Somebody signed in to your account after many wrong passwords."
                        + " If that was not you, change your password now.");
    }

    @Override
    public List<AccountEvent> drill() {
        Drill drill = Drill.begin();
        for (int i = 0; i < settings().failures(); i++) {
            drill.failed(Drill.STRANGER);
        }
        return drill.login(Drill.STRANGER).events();
    }
}
