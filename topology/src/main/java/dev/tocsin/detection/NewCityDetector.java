package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Day;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Known;
import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import dev.tocsin.account.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A successful login from a city that the account does not know, in a country that it knows, and far from every place
 * that it knows.
 *
 * <p>Works as a weak hint that others can lean on. Blind where the address database knows no city, and off for mobile
 * networks, whose exits are often in another city than their users.
 */
final class NewCityDetector extends TunedDetector<NewCityDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
            "new-city",
            Profile.Kind.NOVELTY,
            List.of("T1078"),
            List.of("city", "nearest_known_km", "min_distance_km", "device", "network", "mfa", "ip", "asn"));

    /** The catalogue's N2: 100 km, as BuffaLogs and CrowdSec have it; its cooldown for novelty. */
    static final Settings DEFAULTS = new Settings(Duration.ofDays(1), 100);

    private static final Finding.NotEvaluable NO_CITY = new Finding.NotEvaluable("no-city");
    private static final Finding.NotEvaluable NO_KNOWN_CITY = new Finding.NotEvaluable("no-known-city");

    /**
     * @param cooldown between two alerts for one city
     * @param minDistanceKm from the nearest known place, both radii taken off
     */
    record Settings(Duration cooldown, double minDistanceKm) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            DetectorSettings.check(
                    minDistanceKm > 0 && minDistanceKm <= 20_000, "min-distance must be above 0 and at most 20000 km");
        }
    }

    NewCityDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        Source source = login.source();
        AccountMemory before = moment.before();
        long at = moment.atMillis();
        boolean counts = look.succeeded(login)
                && look.sees("network", source.network(), "not MOBILE", source.network() != Network.MOBILE);
        if (!counts) {
            return Finding.QUIET;
        }
        GeoPoint position = source.position();
        if (source.cityKey() == 0 || position == null) {
            return look.lacks(NO_CITY);
        }
        boolean countryKnown = before.countries().isKnown(source.countryKey(), at);
        boolean cityKnown = before.cities().isKnown(source.cityKey(), at);
        boolean isNew = look.sees("country", countryKnown ? "known" : "not known", "known", countryKnown) // else N1's
                && look.sees("city", cityKnown ? "known" : "not known", "not known", !cityKnown)
                && look.isElsewhere(before, source, at); // a known address has not moved
        if (!isNew) {
            return Finding.QUIET;
        }
        OptionalDouble nearest = nearestKnownKm(before, position, source.radiusKm(), at);
        if (nearest.isEmpty()) {
            return look.lacks(NO_KNOWN_CITY);
        }
        return look.exceeds(
                        "distance to the nearest known city",
                        nearest.getAsDouble(),
                        settings().minDistanceKm(),
                        " km")
                ? signal(moment, login, nearest.getAsDouble())
                : Finding.QUIET;
    }

    private static OptionalDouble nearestKnownKm(AccountMemory memory, GeoPoint position, int radiusKm, long atMillis) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Known city : memory.cities().entries()) {
            GeoPoint there = city.position();
            if (there != null && city.trustOn(Day.of(atMillis)) == Trust.KNOWN) {
                nearest = Math.min(nearest, position.surelyKm(there, radiusKm + city.radiusKm()));
            }
        }
        return Double.isFinite(nearest) ? OptionalDouble.of(nearest) : OptionalDouble.empty();
    }

    private Signal signal(Moment moment, Login login, double nearestKm) {
        Source source = login.source();
        int steps = Novelty.steps(login);
        boolean deviceKnown = moment.before().devices().isKnown(source.device(), moment.atMillis());
        Facts facts = new Facts()
                .put("city", source.place())
                .put("nearest_known_km", Math.round(nearestKm))
                .put("min_distance_km", Math.round(settings().minDistanceKm()))
                .put("device", Novelty.deviceWords(source, deviceKnown))
                .put("network", source.network())
                .put("mfa", login.mfa())
                .put("ip", source.ip())
                .put("asn", Novelty.asn(source));
        return signal(
                Severity.LOW.moved(steps),
                deviceKnown ? 20 : 40,
                source.place(),
                Evidence.of(login, "login from a new city"),
                facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return Action.NOTIFY_OWNER;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary = "This login: %s, %s, network %s; the nearest known place is %s km away. Threshold: %s km.";
        return new Wording(
                "Login from a new city",
                summary.formatted(
                        facts.get("city"),
                        facts.get("device"),
                        facts.get("network"),
                        facts.get("nearest_known_km"),
                        facts.get("min_distance_km")),
                "Somebody signed in to your account from a place you have not used before."
                        + " If that was not you, change your password now.");
    }

    @Override
    public List<AccountEvent> drill() {
        return Drill.begin()
                .login(Drill.inCountryOf(Drill.HOME, Drill.STRANGER))
                .events();
    }
}
