package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.IpAddress;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mark;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import dev.tocsin.account.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two successful logins so far apart that nobody could have travelled from one to the other in the time between.
 *
 * <p>Works because the owner and the thief use the account in turns. Blind to a thief near the owner, to networks that do
 * not say where their users are, and to a change of place that the account has made several times before.
 */
final class ImpossibleTravelDetector extends TunedDetector<ImpossibleTravelDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
                    "impossible-travel",
                    Profile.Kind.NOVELTY,
                    List.of("T1078", "T1539"),
                    List.of(
                            "previous_place",
                            "current_place",
                            "distance_km",
                            "elapsed",
                            "speed_kmh",
                            "max_speed_kmh",
                            "min_distance_km",
                            "places",
                            "devices",
                            "network",
                            "previous_ip",
                            "ip"))
            .leaving(Mark.Trail.STRANGE_PLACE)
            .crossingBorders();

    /**
     * The catalogue's N6: an airliner's 900 km/h (Panther), 500 km (Elastic, Datadog) because address databases err by
     * less, a floor of a minute because clocks differ, and three times for a habit such as a second exit.
     */
    static final Settings DEFAULTS = new Settings(Duration.ofDays(1), 900, 500, Duration.ofMinutes(1), 3);

    /**
     * @param cooldown between two alerts for one pair of places, in either direction
     * @param maxSpeedKmh fastest believable speed
     * @param minDistanceKm below it nothing is said; both radii are taken off the distance first
     * @param minElapsed a shorter time between the logins counts as this long
     * @param habitTimes a change of place made so often before, with no HIGH alert open, is the account's habit
     */
    record Settings(Duration cooldown, double maxSpeedKmh, double minDistanceKm, Duration minElapsed, int habitTimes)
            implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            DetectorSettings.check(maxSpeedKmh > 0, "max-speed must be above 0 km/h");
            DetectorSettings.check(
                    minDistanceKm > 0 && minDistanceKm <= 20_000, "min-distance must be above 0 and at most 20000 km");
            DetectorSettings.check(minElapsed.toMillis() > 0, "min-elapsed must be above 0");
            DetectorSettings.check(
                    maxSpeedKmh < FARTHEST_KM / hours(minElapsed),
                    "max-speed must be below what the other side of the Earth in min-elapsed takes, else nothing is ever"
                            + " too fast");
            DetectorSettings.check(
                    habitTimes >= 1 && habitTimes <= Transition.MAX_TIMES, "habit-times must be between 1 and 15");
        }
    }

    private static final double FARTHEST_KM = 20_015; // half a great circle

    private static double hours(Duration span) {
        return span.toMillis() / 3_600_000.0;
    }

    ImpossibleTravelDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        if (!look.succeeded(login)) {
            return Finding.QUIET;
        }
        if (!login.source().isLocated()) {
            return look.lacks(Finding.NO_POSITION);
        }
        AccountMemory before = moment.before();
        Look hither = look.aside();
        Look thither = look.aside();
        Signal there = trip(before, before.positionBefore(login.atMillis()), login, hither);
        Login next = before.positionAfter(login.atMillis());
        Signal onwards = next == null ? null : trip(before, login, next, thither);
        Signal worse = worse(there, onwards);
        look.join(worse == null || worse.equals(there) ? hither : thither);
        return worse == null ? Finding.QUIET : worse;
    }

    private static @Nullable Signal worse(@Nullable Signal one, @Nullable Signal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.severity().isAtLeast(one.severity()) ? other : one;
    }

    private @Nullable Signal trip(AccountMemory before, @Nullable Login from, Login to, Look look) {
        if (from == null) {
            look.sees("place before", "none", "any", false);
            return null;
        }
        if (!isTravel(before, from, to, look)) {
            return null;
        }
        double km = km(from.source(), to.source());
        double hours = Math.max(millisBetween(from, to), settings().minElapsed().toMillis()) / 3_600_000.0;
        boolean isFar = look.exceeds("distance", km, settings().minDistanceKm(), " km");
        boolean isFast = look.exceeds("speed", km / hours, settings().maxSpeedKmh(), " km/h");
        return isFar && isFast ? signal(before, from, to, km, hours) : null;
    }

    private boolean isTravel(AccountMemory before, Login from, Login to, Look look) {
        boolean isOneNetwork = isOneNetwork(from.source().ip(), to.source().ip());
        look.sees("place before", from, one -> one.source().place() + " at " + one.occurredAt(), "any", true);
        return look.sees("addresses", isOneNetwork ? "in one /24 or /64" : "apart", "apart", !isOneNetwork)
                && look.isBelow(
                        "same trip made before",
                        before.transitions(from.source(), to.source()),
                        settings().habitTimes());
    }

    private static long millisBetween(Login from, Login to) {
        return to.atMillis() - from.atMillis();
    }

    /** 0 when either does not say where it was. */
    private static double km(Source from, Source to) {
        GeoPoint start = from.position();
        GeoPoint end = to.position();
        return start == null || end == null ? 0 : start.surelyKm(end, from.radiusKm() + to.radiusKm());
    }

    private static boolean isOneNetwork(@Nullable IpAddress one, @Nullable IpAddress other) {
        return one != null && other != null && one.isNeighbourOf(other);
    }

    private Signal signal(AccountMemory before, Login from, Login to, double km, double hours) {
        boolean placesKnown =
                before.isPlaceKnown(from.source(), from.atMillis()) && before.isPlaceKnown(to.source(), to.atMillis());
        boolean devicesKnown = isDeviceKnown(before, from) && isDeviceKnown(before, to);
        Facts facts = new Facts()
                .put("previous_place", from.source().place())
                .put("current_place", to.source().place())
                .put("distance_km", Math.round(km))
                .put("elapsed", Facts.span(Duration.between(from.occurredAt(), to.occurredAt())))
                .put("speed_kmh", Math.round(km / hours))
                .put("max_speed_kmh", Math.round(settings().maxSpeedKmh()))
                .put("min_distance_km", Math.round(settings().minDistanceKm()))
                .put("places", placesKnown ? "both known" : "not both known")
                .put("devices", devicesKnown ? "both known" : "not both known")
                .put("network", to.source().network())
                .put("previous_ip", from.source().ip())
                .put("ip", to.source().ip());
        return signal(
                severity(from.source().network(), to.source().network(), placesKnown && devicesKnown),
                placesKnown || devicesKnown ? 50 : 80,
                pair(from.source(), to.source()),
                List.of(Evidence.of(from, "login there"), Evidence.of(to, "login here")),
                facts);
    }

    private static Severity severity(Network from, Network to, boolean allKnown) {
        if (hidesPlace(from) || hidesPlace(to)) {
            return Severity.INFO;
        }
        if (allKnown) {
            return Severity.LOW;
        }
        return from == Network.MOBILE || to == Network.MOBILE ? Severity.MEDIUM : Severity.HIGH;
    }

    private static boolean hidesPlace(Network network) {
        return network == Network.RELAY || network == Network.VPN || network == Network.SATELLITE;
    }

    /** An account that never told a device cannot tell an unknown one. */
    private static boolean isDeviceKnown(AccountMemory before, Login login) {
        long device = login.source().device();
        return device == Hash64.NONE
                ? before.devices().entries().isEmpty()
                : before.devices().isKnown(device, login.atMillis());
    }

    /** There and back is one story. */
    private static String pair(Source one, Source other) {
        long a = one.placeKey();
        long b = other.placeKey();
        return Long.toHexString(Math.min(a, b)) + '-' + Long.toHexString(Math.max(a, b));
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.MEDIUM) ? Action.STEP_UP : Action.REVIEW;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary = "Previous login: %s. This login: %s, at least %s km away, %s later: %s km/h."
                + " Threshold: %s km/h beyond %s km. Places %s, devices %s, network %s.";
        return new Wording(
                "Impossible travel",
                summary.formatted(
                        facts.get("previous_place"),
                        facts.get("current_place"),
                        facts.get("distance_km"),
                        facts.get("elapsed"),
                        facts.get("speed_kmh"),
                        facts.get("max_speed_kmh"),
                        facts.get("min_distance_km"),
                        facts.get("places"),
                        facts.get("devices"),
                        facts.get("network")),
                "Your account was used from two places that are too far apart for one person to have been in both."
                        + " If one of them was not you, change your password now.");
    }

    @Override
    public List<AccountEvent> drill() {
        return Drill.begin()
                .login(Drill.HOME)
                .later(Duration.ofMillis(1))
                .login(Drill.STRANGER)
                .events();
    }
}
