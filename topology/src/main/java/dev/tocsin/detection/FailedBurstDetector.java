package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Burst;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Many failed logins on one account within minutes.
 *
 * <p>Works because guessing fails before it succeeds. Failures from several addresses or countries weigh more; a client with
 * an old password, one known device that fails and fails, weighs less. Blind to guessing slower than the window, and to
 * guessing spread over many accounts.
 */
final class FailedBurstDetector extends TunedDetector<FailedBurstDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
                    "failed-burst",
                    Profile.Kind.VOLUME,
                    List.of("T1110.001"),
                    List.of(
                            "failures",
                            "window",
                            "threshold",
                            "addresses",
                            "countries",
                            "device",
                            "reason",
                            "ip",
                            "country"))
            .leaving(Mark.Trail.GUESSING);

    /** The catalogue's V2: 10 in 10 min, as Sigma's example and Auth0 have it; its cooldown for volume. */
    static final Settings DEFAULTS = new Settings(Duration.ofHours(1), Duration.ofMinutes(10), 10, 3, 2);

    /**
     * @param cooldown between two alerts
     * @param window over which failures are counted
     * @param failures in the window at which it fires
     * @param minAddresses networks (/24 or /64) from which on it is MEDIUM
     * @param minCountries countries from which on it is MEDIUM
     */
    record Settings(Duration cooldown, Duration window, int failures, int minAddresses, int minCountries)
            implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            BurstSettings.checkWindow("window", window);
            BurstSettings.checkCount("failures", failures);
            BurstSettings.checkCount("min-addresses", minAddresses);
            BurstSettings.checkCount("min-countries", minCountries);
        }
    }

    FailedBurstDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        boolean counts = look.sees("outcome", login.outcome(), "FAILED", login.outcome() == Login.Outcome.FAILED)
                && look.isAttempt(login);
        if (!counts) {
            return Finding.QUIET;
        }
        if (moment.late()) {
            return look.lacks(Finding.LATE);
        }
        List<Burst.Hit> hits = moment.before()
                .burstsWith(login)
                .failures()
                .within(moment.atMillis(), settings().window().toMillis());
        return look.reaches(
                        "failures",
                        hits.size(),
                        settings().failures(),
                        settings().window())
                ? signal(moment, login, hits)
                : Finding.QUIET;
    }

    private Signal signal(Moment moment, Login login, List<Burst.Hit> hits) {
        long addresses = different(hits, Burst.Origin::network);
        long countries = different(hits, Burst.Origin::country);
        boolean oneKnownDevice = Origins.isOneKnownDevice(hits, moment.before(), moment.atMillis());
        Facts facts = new Facts()
                .put("failures", Facts.upTo(Burst.MAX, hits.size()))
                .put("window", Facts.span(settings().window()))
                .put("threshold", settings().failures())
                .put("addresses", addresses)
                .put("countries", countries)
                .put("device", oneKnownDevice ? "one known device" : "unknown or several devices")
                .put("reason", login.failureReason())
                .put("ip", login.source().ip())
                .put("country", login.source().country());
        return signal(
                severity(oneKnownDevice, addresses, countries),
                oneKnownDevice ? 20 : 60,
                "failures",
                Evidence.of(login, "the failure that reached the threshold"),
                facts);
    }

    private static long different(List<Burst.Hit> hits, ToIntFunction<Burst.Origin> key) {
        return hits.stream()
                .map(Burst.Hit::origin)
                .mapToInt(key)
                .filter(one -> one != 0)
                .distinct()
                .count();
    }

    private Severity severity(boolean oneKnownDevice, long addresses, long countries) {
        if (oneKnownDevice) {
            return Severity.INFO;
        }
        boolean isSpread = addresses >= settings().minAddresses()
                || countries >= settings().minCountries();
        return isSpread ? Severity.MEDIUM : Severity.LOW;
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.MEDIUM) ? Action.STEP_UP : Action.REVIEW;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary =
                "%s failed logins in %s, from %s networks in %s countries, %s; the last for %s. Threshold: %s.";
        return new Wording(
                "Burst of failed logins",
                summary.formatted(
                        facts.get("failures"),
                        facts.get("window"),
                        facts.get("addresses"),
                        facts.get("countries"),
                        facts.get("device"),
                        facts.get("reason"),
                        facts.get("threshold")),
                "Somebody tried to sign in to your account many times with a wrong password."
                        + " If that was not you or an app of yours, switch on two-step sign-in.");
    }

    @Override
    public List<AccountEvent> drill() {
        Drill drill = Drill.begin();
        for (int i = 0; i < settings().failures(); i++) {
            drill.failed(Drill.STRANGER);
        }
        return drill.events();
    }
}
