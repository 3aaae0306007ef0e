package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Day;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Login;
import dev.tocsin.account.Source;
import dev.tocsin.account.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A successful login on a device that the account does not know.
 *
 * <p>Works because a stolen password comes without the owner's device. Where the platform sends no device id, the
 * family of the user agent stands for it, so a browser's update is no new device and two like devices are one. A lost
 * cookie (the browser family of a known device, at a known place) is told as INFO. Blind to a thief on the owner's
 * device.
 */
final class NewDeviceDetector extends TunedDetector<NewDeviceDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
            "new-device",
            Profile.Kind.NOVELTY,
            List.of("T1078"),
            List.of("known_devices", "trust", "place", "lost_cookie", "network", "mfa", "ip", "asn", "country"));

    /** The catalogue's N4; its cooldown for novelty. */
    static final Settings DEFAULTS = new Settings(Duration.ofDays(1));

    /** @param cooldown between two alerts for one device */
    record Settings(Duration cooldown) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
        }
    }

    NewDeviceDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        if (!look.succeeded(login)) {
            return Finding.QUIET;
        }
        long device = login.source().device();
        if (device == Hash64.NONE) {
            return look.lacks(Finding.NO_DEVICE);
        }
        AccountMemory before = moment.before();
        Trust trust = before.devices().trust(device, moment.atMillis());
        boolean isNew = look.isNew("device", device, Long::toHexString, trust)
                && look.isComparable("devices", before.devices());
        if (!isNew) {
            return Finding.QUIET;
        }
        boolean newPlace = isNewPlace(before, login.source(), moment.atMillis());
        boolean isToldAlready = trust == Trust.PROBATION && !newPlace; // at home, once is enough
        return look.sees(
                        "place",
                        placeWords(login.source(), newPlace),
                        "new, or the device's first login",
                        !isToldAlready)
                ? signal(moment, login, trust, newPlace)
                : Finding.QUIET;
    }

    private Signal signal(Moment moment, Login login, Trust trust, boolean newPlace) {
        Source source = login.source();
        AccountMemory before = moment.before();
        boolean lostCookie = isLostCookie(before, source, moment.atMillis());
        Severity fresh = newPlace && trust == Trust.UNSEEN ? Severity.MEDIUM : Severity.LOW;
        Severity severity = lostCookie ? Severity.INFO : fresh.moved(Novelty.steps(login));
        Facts facts = new Facts()
                .put("known_devices", known(before, moment.atMillis()))
                .put("trust", Novelty.trustWords(trust))
                .put("place", placeWords(source, newPlace))
                .put("lost_cookie", lostCookie ? "likely" : null)
                .put("network", source.network())
                .put("mfa", login.mfa())
                .put("ip", source.ip())
                .put("asn", Novelty.asn(source))
                .put("country", source.country());
        return signal(
                severity,
                lostCookie ? 10 : newPlace ? 50 : 30,
                Long.toHexString(source.device()),
                Evidence.of(login, "login on a new device"),
                facts);
    }

    private static String placeWords(Source source, boolean newPlace) {
        if (source.country() == null && source.asn() == Source.NO_ASN) {
            return "place not given";
        }
        return newPlace ? "new country or network" : "known country and network";
    }

    private static boolean isNewPlace(AccountMemory before, Source source, long at) {
        boolean newCountry = source.country() != null && !before.countries().isKnown(source.countryKey(), at);
        boolean newNetwork = source.asn() != Source.NO_ASN && !before.networks().isKnown(source.asn(), at);
        return (newCountry || newNetwork) && !before.isNeighbourOfKnownPlace(source, at);
    }

    /** The browser family of a known device, in one /24 or /64 with the latest login of a known place. */
    private static boolean isLostCookie(AccountMemory before, Source source, long at) {
        return source.agent() != Source.NO_AGENT
                && before.isNeighbourOfKnownPlace(source, at)
                && before.devices().knowsAny(at, device -> device.agent() == source.agent());
    }

    private static long known(AccountMemory before, long at) {
        return before.devices().entries().stream()
                .map(device -> device.trustOn(Day.of(at)))
                .filter(trust -> trust == Trust.KNOWN)
                .count();
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.MEDIUM) ? Action.STEP_UP : Action.NOTIFY_OWNER;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary = "Devices known so far: %s. This login: a device that is %s, %s, network %s%s. Threshold: %s.";
        return new Wording(
                "Login on a new device",
                summary.formatted(
                        facts.get("known_devices"),
                        facts.get("trust"),
                        facts.get("place"),
                        facts.get("network"),
                        facts.containsKey("lost_cookie") ? ", most likely a known one that lost its cookie" : "",
                        Novelty.LADDER),
                "Somebody signed in to your account on a device you have not used before."
                        + " If that was not you, change your password now.");
    }

    @Override
    public List<AccountEvent> drill() {
        return Drill.begin().login(Drill.STRANGER).events();
    }
}
