package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.HourProfile;
import dev.tocsin.account.Login;
import dev.tocsin.account.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A successful login at a time of the day that is far from the account's own, with something else that is new.
 *
 * <p>Works for people who keep hours, and only as one hint more: always INFO, and never for a login in which device, network
 * and country are all known. Blind for people who log in at all hours; a move to another time zone looks the same for a
 * while.
 */
final class UnusualHourDetector extends TunedDetector<UnusualHourDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
            "unusual-hour",
            Profile.Kind.NOVELTY,
            List.of("T1078"),
            List.of(
                    "hour",
                    "usual_hour",
                    "deviation_hours",
                    "distance_hours",
                    "threshold_hours",
                    "logins",
                    "ip",
                    "country"));

    /** The catalogue's N8: 30 logins, a concentration of 0.3, four deviations. */
    static final Settings DEFAULTS = new Settings(Duration.ofDays(1), 30, 0.3, 4);

    /** A habit can look sharper than it is; an hour is also what summer time moves it by. */
    private static final double MIN_DEVIATION_HOURS = 1;

    /**
     * @param cooldown between two alerts
     * @param minLogins as long as fewer are known there is no habit
     * @param minConcentration below it there is no habit: 0 for all hours alike, 1 for always the same moment
     * @param deviations how many standard deviations from the usual time are still usual
     */
    record Settings(Duration cooldown, int minLogins, double minConcentration, double deviations)
            implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            DetectorSettings.check(
                    minLogins >= 1 && minLogins <= HourProfile.MAX_LOGINS, "min-logins must be between 1 and 255");
            DetectorSettings.check(
                    minConcentration >= 0 && minConcentration <= 0.95, "min-concentration must be between 0 and 0.95");
            DetectorSettings.check(
                    deviations > 0 && deviations < 12 / MIN_DEVIATION_HOURS,
                    "deviations must be above 0 and below 12: a deviation is an hour at least, and no time of the day is more"
                            + " than 12 h from another");
        }
    }

    UnusualHourDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        AccountMemory before = moment.before();
        HourProfile hours = before.habits().hours();
        boolean isHabit = look.succeeded(login)
                && look.reaches("logins counted", hours.logins(), settings().minLogins())
                && look.reaches(
                        "concentration on one hour",
                        hours.concentration(),
                        settings().minConcentration());
        if (!isHabit || !isAnythingNew(before, login, look)) {
            return Finding.QUIET;
        }
        double threshold = settings().deviations() * Math.max(MIN_DEVIATION_HOURS, hours.deviationHours());
        return look.exceeds("distance from the usual hour", hours.distanceHours(moment.atMillis()), threshold, " h")
                ? signal(login, hours, threshold)
                : Finding.QUIET;
    }

    private static boolean isAnythingNew(AccountMemory before, Login login, Look look) {
        boolean isAllKnown = isAllKnown(before, login);
        return look.sees(
                "device, network, country", isAllKnown ? "all known" : "not all known", "not all known", !isAllKnown);
    }

    private static boolean isAllKnown(AccountMemory before, Login login) {
        Source source = login.source();
        long at = login.atMillis();
        return (source.device() == 0 || before.devices().isKnown(source.device(), at))
                && (source.asn() == Source.NO_ASN || before.networks().isKnown(source.asn(), at))
                && (source.country() == null || before.countries().isKnown(source.countryKey(), at));
    }

    private Signal signal(Login login, HourProfile hours, double threshold) {
        Facts facts = new Facts()
                .put("hour", Facts.clock(login.occurredAt()))
                .put("usual_hour", Facts.clock(hours.usualHour()))
                .put("deviation_hours", Facts.decimal(hours.deviationHours()))
                .put("distance_hours", Facts.decimal(hours.distanceHours(login.atMillis())))
                .put("threshold_hours", Facts.decimal(threshold))
                .put("logins", hours.logins())
                .put("ip", login.source().ip())
                .put("country", login.source().country());
        return signal(Severity.INFO, 20, "hour", Evidence.of(login, "login at an unusual hour"), facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return Action.REVIEW;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary = "Usual time: around %s UTC, deviation %s h over %s logins. This login: %s UTC, %s h away."
                + " Threshold: %s h.";
        return new Wording(
                "Login at an unusual hour",
                summary.formatted(
                        facts.get("usual_hour"),
                        facts.get("deviation_hours"),
                        facts.get("logins"),
                        facts.get("hour"),
                        facts.get("distance_hours"),
                        facts.get("threshold_hours")),
                "Somebody signed in to your account at a time of the day at which you never do."
                        + " If that was not you, change your password now.");
    }

    @Override
    public List<AccountEvent> drill() {
        return Drill.begin().later(Duration.ofHours(12)).login(Drill.STRANGER).events();
    }
}
