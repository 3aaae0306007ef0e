package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mark;
import dev.tocsin.account.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A successful login in which device, country and network are all unknown to the account.
 *
 * <p>Works because owners change one thing at a time: a new phone at home, the old laptop abroad. Blind to a thief in the
 * owner's country. An owner who buys a phone abroad looks the same.
 */
final class NewContextDetector extends TunedDetector<NewContextDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
                    "new-context",
                    Profile.Kind.NOVELTY,
                    List.of("T1078"),
                    List.of("country", "known_countries", "asn", "network", "mfa", "ip"))
            .leaving(Mark.Trail.STRANGE_PLACE);

    /** The catalogue's N5; its cooldown for novelty. */
    static final Settings DEFAULTS = new Settings(Duration.ofDays(1));

    /** @param cooldown between two alerts for one device and country */
    record Settings(Duration cooldown) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
        }
    }

    NewContextDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        if (!look.succeeded(login)) {
            return Finding.QUIET;
        }
        Source source = login.source();
        AccountMemory before = moment.before();
        long at = moment.atMillis();
        boolean newDevice = isNew(look, "device", before.devices(), source.device(), at);
        boolean newCountry = isNew(look, "country", before.countries(), source.countryKey(), at);
        boolean newNetwork = isNew(look, "network", before.networks(), source.asn(), at);
        if (!newDevice || !newCountry || !newNetwork || !look.isElsewhere(before, source, at)) {
            return Finding.QUIET;
        }
        if (source.device() == Hash64.NONE) {
            return look.lacks(Finding.NO_DEVICE);
        }
        if (source.country() == null) {
            return look.lacks(Finding.NO_COUNTRY);
        }
        if (source.asn() == Source.NO_ASN) {
            return look.lacks(Finding.NO_ASN);
        }
        boolean isComparable =
                before.countries().knowsAny(at) && before.networks().knowsAny(at);
        return isComparable ? signal(moment, login, source.country()) : look.lacks(Finding.NOTHING_KNOWN);
    }

    /** Not known, while something is there that it could differ from; what is not given is looked at later. */
    private static boolean isNew(Look look, String what, KnownSet set, long key, long at) {
        if (key == 0) {
            return true;
        }
        boolean isFirst = set.entries().isEmpty();
        boolean isKnown = set.isKnown(key, at);
        return look.sees(
                what, isFirst ? "the first" : isKnown ? "known" : "not known", "not known", !isFirst && !isKnown);
    }

    private Signal signal(Moment moment, Login login, String country) {
        Source source = login.source();
        Facts facts = new Facts()
                .put("country", country)
                .put("known_countries", Novelty.knownCountries(moment.before(), moment.atMillis()))
                .put("asn", source.asn())
                .put("network", source.network())
                .put("mfa", login.mfa())
                .put("ip", source.ip());
        return signal(
                Severity.HIGH.moved(Novelty.steps(login)),
                75,
                country + '/' + Long.toHexString(source.device()),
                Evidence.of(login, "login from a new device, country and network"),
                facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.HIGH) ? Action.STEP_UP : Action.NOTIFY_OWNER;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary =
                "Countries known so far: %s. This login: %s, AS%s, network %s, on a new device; none of the three is"
                        + " known. Threshold: %s.";
        return new Wording(
                "Login in which everything is new",
                summary.formatted(
                        facts.get("known_countries"),
                        facts.get("country"),
                        facts.get("asn"),
                        facts.get("network"),
                        Novelty.LADDER),
                "Somebody signed in to your account on a new device, from a country and through a provider that you have not"
                        + " used before. If that was not you, change your password now.");
    }

    @Override
    public List<AccountEvent> drill() {
        return Drill.begin().login(Drill.STRANGER).events();
    }
}
