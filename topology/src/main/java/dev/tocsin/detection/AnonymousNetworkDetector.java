package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Day;
import dev.tocsin.account.Known;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first successful login through Tor or a VPN in a while.
 *
 * <p>Works because thieves hide and most owners do not. Relays, which phones switch on for everybody, do not count. A
 * VPN weighs one step less than Tor: more owners use one. Blind where nobody says what kind of network it is.
 */
final class AnonymousNetworkDetector extends TunedDetector<AnonymousNetworkDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
            "anonymous-network",
            Profile.Kind.NOVELTY,
            List.of("T1090"),
            List.of("network", "last_used", "habit", "device", "mfa", "ip", "asn", "country"));

    /** The catalogue's N7: the first in 30 days. */
    static final Settings DEFAULTS = new Settings(Duration.ofDays(1), Duration.ofDays(30));

    /**
     * @param cooldown between two alerts for one kind of network
     * @param quiet time without such a network after which it is told again; full days
     */
    record Settings(Duration cooldown, Duration quiet) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            DetectorSettings.check(
                    quiet.toDays() >= 1 && quiet.toDays() <= Known.EXPIRY_DAYS, "quiet must be between 1 d and 90 d");
        }
    }

    AnonymousNetworkDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        if (!look.succeeded(login)) {
            return Finding.QUIET;
        }
        Network network = login.source().network();
        if (network == Network.UNKNOWN) {
            return look.lacks(Finding.NO_NETWORK);
        }
        if (!look.sees("network", network, "TOR or VPN", network == Network.TOR || network == Network.VPN)) {
            return Finding.QUIET;
        }
        Known last = moment.before().habits().networkKinds().find(network.key());
        int today = Day.of(moment.atMillis());
        boolean isRecent =
                last != null && today - last.lastDay() < settings().quiet().toDays();
        return look.sees(
                        "last use of such a network",
                        () -> last == null ? "never" : today - last.lastDay() + " d ago",
                        () -> "never, or at least " + settings().quiet().toDays() + " d ago",
                        !isRecent)
                ? signal(moment, login, last)
                : Finding.QUIET;
    }

    private Signal signal(Moment moment, Login login, @Nullable Known last) {
        Network network = login.source().network();
        KnownSet kinds = moment.before().habits().networkKinds();
        boolean isHabit = kinds.isKnown(network.key(), moment.atMillis());
        boolean deviceKnown = moment.before().devices().isKnown(login.source().device(), moment.atMillis());
        Severity severity = isHabit ? Severity.LOW : Severity.MEDIUM;
        Facts facts = new Facts()
                .put("network", network)
                .put("last_used", last == null ? "never" : Facts.day(last.lastDay()))
                .put("habit", isHabit ? "yes" : "no")
                .put("device", Novelty.deviceWords(login.source(), deviceKnown))
                .put("mfa", login.mfa())
                .put("ip", login.source().ip())
                .put("asn", Novelty.asn(login.source()))
                .put("country", login.source().country());
        return signal(
                severity.moved(network == Network.VPN ? -1 : 0),
                deviceKnown ? 30 : 60,
                network.name(),
                Evidence.of(login, "login through an anonymous network"),
                facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.MEDIUM) ? Action.STEP_UP : Action.NOTIFY_OWNER;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary = "Last login through %s: %s. This login: through %s, %s, country %s. Threshold: %s.";
        return new Wording(
                "Login through an anonymous network",
                summary.formatted(
                        facts.get("network"),
                        facts.get("last_used"),
                        facts.get("network"),
                        facts.get("device"),
                        facts.getOrDefault("country", "unknown"),
                        "yes".equals(facts.get("habit")) ? "a habit, but not of late" : "no habit of the account"),
                "Somebody signed in to your account through a service that hides where they are."
                        + " If that was not you, change your password now.");
    }

    @Override
    public List<AccountEvent> drill() {
        return Drill.begin().login(Drill.over(Network.TOR, Drill.STRANGER)).events();
    }
}
