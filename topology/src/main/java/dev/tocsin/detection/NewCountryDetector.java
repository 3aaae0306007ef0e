package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Known;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mark;
import dev.tocsin.account.Source;
import dev.tocsin.account.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A successful login from a country that the account does not know.
 *
 * <p>Works because people live and work in few countries, while stolen credentials are used from wherever the thief's
 * network is. Blind to a thief in the owner's country, or with a relay there.
 */
final class NewCountryDetector extends TunedDetector<NewCountryDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
                    "new-country",
                    Profile.Kind.NOVELTY,
                    List.of("T1078"),
                    List.of("country", "known_countries", "trust", "device", "network", "mfa", "ip", "asn"))
            .leaving(Mark.Trail.STRANGE_PLACE)
            .crossingBorders();

    /** One alert a country and day: the catalogue's cooldown for novelty. */
    static final Settings DEFAULTS = new Settings(Duration.ofDays(1));

    /** @param cooldown between two alerts for one country */
    record Settings(Duration cooldown) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
        }
    }

    NewCountryDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        if (!look.succeeded(login)) {
            return Finding.QUIET;
        }
        Source source = login.source();
        String country = source.country();
        if (country == null) {
            return look.lacks(Finding.NO_COUNTRY);
        }
        AccountMemory before = moment.before();
        Trust trust = before.countries().trust(source.countryKey(), moment.atMillis());
        boolean isNew = look.isNew("country", source.countryKey(), Source::countryOfKey, trust)
                && look.isComparable("countries", before.countries()) // else there is none to differ from
                && look.isElsewhere(before, source, moment.atMillis()); // a known address has not moved
        if (!isNew) {
            return Finding.QUIET;
        }
        return before.countries().knowsAny(moment.atMillis())
                ? signal(moment, login, country, trust)
                : look.lacks(Finding.NOTHING_KNOWN);
    }

    private Signal signal(Moment moment, Login login, String country, Trust trust) {
        Source source = login.source();
        boolean deviceKnown = moment.before().devices().isKnown(source.device(), moment.atMillis());
        Severity severity = severity(login, deviceKnown);
        Facts facts = new Facts()
                .put("country", country)
                .put("known_countries", Novelty.knownCountries(moment.before(), moment.atMillis()))
                .put("trust", Novelty.trustWords(trust))
                .put("device", Novelty.deviceWords(source, deviceKnown))
                .put("network", source.network())
                .put("mfa", login.mfa())
                .put("ip", source.ip())
                .put("asn", Novelty.asn(source));
        int confidence = trust == Trust.UNSEEN ? 70 : 50;
        return signal(severity, confidence, country, Evidence.of(login, "login from a new country"), facts);
    }

    private static Severity severity(Login login, boolean deviceKnown) {
        boolean newDevice = login.source().device() != Hash64.NONE && !deviceKnown;
        int steps = Novelty.steps(login);
        return (newDevice ? Severity.HIGH : Severity.MEDIUM).moved(steps);
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.HIGH) ? Action.STEP_UP : Action.NOTIFY_OWNER;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary =
                "Known so far: %s. This login: %s (%s), %s, network %s. Threshold: a country becomes known after %s"
                        + " logins on %s days, or one with MFA.";
        return new Wording(
                "Login from a new country",
                summary.formatted(
                        facts.get("known_countries"),
                        facts.get("country"),
                        facts.get("trust"),
                        facts.get("device"),
                        facts.get("network"),
                        Known.LOGINS_FOR_TRUST,
                        Known.DAYS_FOR_TRUST),
                "Somebody signed in to your account from a country you have not used before."
                        + " If that was not you, change your password now.");
    }

    @Override
    public List<AccountEvent> drill() {
        return Drill.begin().login(Drill.STRANGER).events();
    }
}
