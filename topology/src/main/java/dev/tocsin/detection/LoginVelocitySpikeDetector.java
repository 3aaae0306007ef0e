package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.AttemptBaseline;
import dev.tocsin.account.AttemptWindow;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Login;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Far more login attempts within minutes than this account usually has in an hour.
 *
 * <p>Works because guessing needs many tries, and measures each account against itself, so that a busy tool and a quiet
 * person both have a threshold that fits. Blind to guessing that is slower than the owner's own habit.
 */
final class LoginVelocitySpikeDetector extends TunedDetector<LoginVelocitySpikeDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
            "login-velocity-spike",
            Profile.Kind.VOLUME,
            List.of("T1110"),
            List.of(
                    "attempts",
                    "window",
                    "threshold",
                    "usual_per_hour",
                    "deviation_per_hour",
                    "basis",
                    "device",
                    "outcome",
                    "ip",
                    "country"));

    /**
     * The catalogue's V1: 5 minutes; 10 or the mean and six deviations; a fixed 30 until three days are known; its
     * cooldown for volume.
     */
    static final Settings DEFAULTS =
            new Settings(Duration.ofHours(1), Duration.ofMinutes(5), 10, 6, Duration.ofDays(3), 30);

    /** More attempts in five minutes are a flood for whoever keeps the door. */
    private static final int MAX_ATTEMPTS = 1_000;

    /**
     * @param cooldown between two alerts
     * @param window over which attempts are counted; whole buckets of 15 s
     * @param minAttempts the threshold is never below it
     * @param deviations how many standard deviations above its hourly mean an account may go
     * @param minHistory a younger account has no baseline yet
     * @param attemptsWithoutBaseline the threshold for such an account
     */
    record Settings(
            Duration cooldown,
            Duration window,
            int minAttempts,
            double deviations,
            Duration minHistory,
            int attemptsWithoutBaseline)
            implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            long seconds = window.toSeconds();
            DetectorSettings.check(
                    seconds >= AttemptWindow.BUCKET_SECONDS
                            && seconds <= 300
                            && seconds % AttemptWindow.BUCKET_SECONDS == 0,
                    "window must be between 15 s and 5 min, in steps of 15 s");
            DetectorSettings.check(
                    minAttempts >= 1 && minAttempts <= MAX_ATTEMPTS, "min-attempts must be between 1 and 1000");
            DetectorSettings.check(deviations >= 0, "deviations must not be negative");
            DetectorSettings.check(!minHistory.isNegative(), "min-history must not be negative");
            DetectorSettings.check(
                    attemptsWithoutBaseline >= 1 && attemptsWithoutBaseline <= MAX_ATTEMPTS,
                    "attempts-without-baseline must be between 1 and 1000");
        }
    }

    LoginVelocitySpikeDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        if (!look.isAttempt(login)) {
            return Finding.QUIET;
        }
        if (moment.late()) {
            return look.lacks(Finding.LATE);
        }
        int attempts = moment.before()
                .windowWith(login)
                .attempts(moment.atMillis(), settings().window().toMillis());
        boolean isFew =
                attempts <= Math.min(settings().minAttempts(), settings().attemptsWithoutBaseline());
        if (isFew && !look.isRecorded()) {
            return Finding.QUIET; // spares most events the baseline
        }
        double threshold = threshold(moment);
        boolean isSpike = look.sees(
                "attempts",
                () -> attempts + " in " + Facts.span(settings().window()),
                () -> "more than " + Look.number(threshold) + " in "
                        + Facts.span(settings().window()) + ", " + basis(moment),
                attempts > threshold);
        return isSpike ? signal(moment, login, attempts, threshold) : Finding.QUIET;
    }

    private double threshold(Moment moment) {
        if (!hasBaseline(moment)) {
            return settings().attemptsWithoutBaseline();
        }
        AttemptBaseline usual = moment.before().baseline().at(moment.atMillis());
        return Math.max(settings().minAttempts(), usual.mean() + settings().deviations() * usual.deviation());
    }

    private String basis(Moment moment) {
        return hasBaseline(moment) ? "own baseline" : "no baseline yet";
    }

    private boolean hasBaseline(Moment moment) {
        AccountMemory before = moment.before();
        long since = before.learningSinceMillis();
        return since != 0
                && moment.atMillis() - since >= settings().minHistory().toMillis();
    }

    private Signal signal(Moment moment, Login login, int attempts, double threshold) {
        AttemptBaseline usual = moment.before().baseline().at(moment.atMillis());
        long device = moment.before().windowWith(login).device();
        boolean oneKnownDevice =
                device != Hash64.NONE && moment.before().devices().isKnown(device, moment.atMillis());
        Facts facts = new Facts()
                .put("attempts", attempts)
                .put("window", Facts.span(settings().window()))
                .put("threshold", Facts.decimal(threshold))
                .put("usual_per_hour", Facts.decimal(usual.mean()))
                .put("deviation_per_hour", Facts.decimal(usual.deviation()))
                .put("basis", basis(moment))
                .put("device", oneKnownDevice ? "one known device" : "unknown or several devices")
                .put("outcome", login.outcome())
                .put("ip", login.source().ip())
                .put("country", login.source().country());
        return signal(
                oneKnownDevice ? Severity.LOW : Severity.MEDIUM,
                oneKnownDevice ? 40 : 70,
                "attempts",
                Evidence.of(login, "the attempt that went over the threshold"),
                facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.MEDIUM) ? Action.STEP_UP : Action.REVIEW;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary =
                "Usual: %s attempts an hour, deviation %s. Now: %s attempts in %s, from %s. Threshold: %s (%s).";
        return new Wording(
                "Burst of login attempts",
                summary.formatted(
                        facts.get("usual_per_hour"),
                        facts.get("deviation_per_hour"),
                        facts.get("attempts"),
                        facts.get("window"),
                        facts.get("device"),
                        facts.get("threshold"),
                        facts.get("basis")),
                "Somebody tried to sign in to your account many times within minutes."
                        + " If that was not you or an app of yours, change your password and switch on two-step sign-in.");
    }

    @Override
    public List<AccountEvent> drill() {
        Drill drill = Drill.begin();
        int enough = 1 + Math.max(settings().minAttempts(), settings().attemptsWithoutBaseline());
        for (int i = 0; i < enough; i++) {
            drill.failed(Drill.STRANGER).later(Duration.ofMillis(1)); // a flood of one moment would settle and be late
        }
        return drill.events();
    }
}
