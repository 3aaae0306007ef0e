package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import dev.tocsin.account.Session;
import dev.tocsin.account.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sessions in two countries within minutes, or in three networks.
 *
 * <p>Works because the thief does not wait until the owner is done. A phone and a laptop in one country are two sessions in
 * two networks, which is usual. Relays and satellites do not say where their users are and do not count, nor does the
 * owner's own VPN. Blind without session ids, and to a thief in the owner's country.
 */
final class UnusualConcurrencyDetector extends TunedDetector<UnusualConcurrencyDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
            "unusual-concurrency",
            Profile.Kind.VOLUME,
            List.of("T1550.004"),
            List.of("sessions", "countries", "networks", "window", "threshold", "devices", "network", "ip", "country"));

    /** The catalogue's N10: 30 minutes, three sessions in three networks; its cooldown for volume. */
    static final Settings DEFAULTS = new Settings(Duration.ofHours(1), Duration.ofMinutes(30), 3);

    /**
     * @param cooldown between two alerts
     * @param window in which sessions count as live after their latest login
     * @param minNetworks in so many networks as many sessions are unusual, in one country
     */
    record Settings(Duration cooldown, Duration window, int minNetworks) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            DetectorSettings.check(
                    window.toMillis() > 0 && window.compareTo(Duration.ofDays(1)) <= 0,
                    "window must be above 0 and at most 24 h");
            DetectorSettings.check(
                    minNetworks >= 2 && minNetworks <= Session.MAX, "min-networks must be between 2 and 16");
        }
    }

    UnusualConcurrencyDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        Network network = login.source().network();
        boolean counts =
                look.succeeded(login) && look.sees("network", network, "not RELAY, not SATELLITE", isTelling(network));
        if (!counts) {
            return Finding.QUIET;
        }
        if (Session.id(login.source()) == 0) {
            return look.lacks(Finding.NO_SESSION);
        }
        if (moment.late()) {
            return look.lacks(Finding.LATE);
        }
        List<Session> sessions = moment.before().sessionsWith(login);
        if (!look.reaches("sessions", sessions.size(), 2)) {
            return Finding.QUIET;
        }
        List<Session> live = live(sessions, moment);
        boolean isAbroad = live.size() >= 2 && countries(live).size() >= 2;
        boolean isSpread = live.size() >= settings().minNetworks()
                && networks(live) >= settings().minNetworks();
        boolean isTooMany = look.sees(
                "live sessions",
                () -> live.size() + ", in " + countries(live).size() + " countries and " + networks(live) + " networks",
                () -> threshold() + ", within " + Facts.span(settings().window()),
                isAbroad || isSpread);
        return isTooMany ? signal(moment, login, live, isAbroad ? Severity.HIGH : Severity.MEDIUM) : Finding.QUIET;
    }

    private String threshold() {
        return "2 countries, or sessions in " + settings().minNetworks() + " networks";
    }

    private List<Session> live(List<Session> sessions, Moment moment) {
        KnownSet devices = devices(moment);
        List<Session> live = new ArrayList<>();
        for (Session session : sessions) {
            boolean counts = isTelling(session.network())
                    && isLive(session, moment.atMillis())
                    && !isOwnersTunnel(devices, session, moment.atMillis());
            if (counts) {
                live.add(session);
            }
        }
        return live;
    }

    /** What was known before; on an account's first day, when nothing was, what it began with. */
    private static KnownSet devices(Moment moment) {
        boolean isNew = moment.before().isYoungerThan(AccountMemory.FOUNDING, moment.atMillis());
        AccountMemory before = moment.before();
        return (isNew ? before.after(moment.event(), List.of()) : before).devices();
    }

    private static Set<Integer> countries(List<Session> live) {
        return live.stream().map(Session::country).filter(key -> key != 0).collect(Collectors.toSet());
    }

    private static long networks(List<Session> live) {
        return live.stream()
                .mapToLong(Session::asn)
                .filter(asn -> asn != Source.NO_ASN)
                .distinct()
                .count();
    }

    private static boolean isTelling(Network network) {
        return network != Network.RELAY && network != Network.SATELLITE;
    }

    /** The owner's laptop with its company's exit, and the phone beside it: every day, in many companies. */
    private static boolean isOwnersTunnel(KnownSet devices, Session session, long at) {
        return session.network() == Network.VPN && isKnown(devices, session, at);
    }

    private boolean isLive(Session session, long at) {
        return at - session.lastMillis() <= settings().window().toMillis();
    }

    /** One step less for a VPN's exit, and one less when every device is known: the owner, twice. */
    private Signal signal(Moment moment, Login login, List<Session> live, Severity severity) {
        KnownSet devices = devices(moment);
        boolean devicesKnown = live.stream().allMatch(session -> isKnown(devices, session, moment.atMillis()));
        boolean throughVpn = severity == Severity.HIGH && !isAbroadWithoutVpn(live);
        Facts facts = new Facts()
                .put("sessions", live.size())
                .put("countries", countryCodes(live))
                .put("networks", networks(live))
                .put("window", Facts.span(settings().window()))
                .put("threshold", threshold())
                .put("devices", devicesKnown ? "all known" : "not all known")
                .put("network", login.source().network())
                .put("ip", login.source().ip())
                .put("country", login.source().country());
        return signal(
                severity.moved((devicesKnown ? -1 : 0) + (throughVpn ? -1 : 0)),
                devicesKnown ? 30 : 60,
                severity == Severity.HIGH ? "countries" : "networks",
                Evidence.of(login, "the login that made the sessions too many"),
                facts);
    }

    /** One session through a VPN must not speak for others that need none to be in two countries. */
    private static boolean isAbroadWithoutVpn(List<Session> live) {
        return countries(live.stream()
                                .filter(session -> session.network() != Network.VPN)
                                .toList())
                        .size()
                >= 2;
    }

    private static boolean isKnown(KnownSet devices, Session session, long at) {
        return devices.knowsAny(at, device -> (int) device.key() == session.device());
    }

    private static String countryCodes(List<Session> live) {
        return countries(live).stream().map(Source::countryOfKey).sorted().collect(Collectors.joining(" "));
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.MEDIUM) ? Action.STEP_UP : Action.REVIEW;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary = "Live within %s: %s sessions, countries %s, %s networks, devices %s. Threshold: %s.";
        return new Wording(
                "Sessions in too many places at once",
                summary.formatted(
                        facts.get("window"),
                        facts.get("sessions"),
                        facts.get("countries"),
                        facts.get("networks"),
                        facts.get("devices"),
                        facts.get("threshold")),
                "Your account is being used from several places at the same time."
                        + " If not all of them are you, sign out everywhere and change your password.");
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
