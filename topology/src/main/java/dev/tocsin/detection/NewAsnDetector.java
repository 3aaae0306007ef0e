package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import dev.tocsin.account.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A successful login from a network (autonomous system) that the account does not know.
 *
 * <p>Works as a weak hint, and as a strong one when the network rents out servers and the account never used such a one.
 * Blind to a thief with the owner's provider; providers that use several networks cause it for nothing.
 */
final class NewAsnDetector extends TunedDetector<NewAsnDetector.Settings> {
    static final Profile PROFILE = Profile.onLogins(
            "new-asn",
            Profile.Kind.NOVELTY,
            List.of("T1078"),
            List.of("asn", "known_networks", "trust", "hosting", "device", "network", "mfa", "ip", "country"));

    /** The catalogue's N3; its cooldown for novelty. */
    static final Settings DEFAULTS = new Settings(Duration.ofDays(1));

    /** @param cooldown between two alerts for one network */
    record Settings(Duration cooldown) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
        }
    }

    NewAsnDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        if (!look.succeeded(login)) {
            return Finding.QUIET;
        }
        Source source = login.source();
        if (source.asn() == Source.NO_ASN) {
            return look.lacks(Finding.NO_ASN);
        }
        AccountMemory before = moment.before();
        Trust trust = before.networks().trust(source.asn(), moment.atMillis());
        boolean isNew = look.isNew("network", source.asn(), Novelty::networkWords, trust)
                && look.sees(
                        "device",
                        Novelty.deviceWords(source, before.devices().isKnown(source.device(), moment.atMillis())),
                        "new, or its first login there",
                        !isToldAlready(before, source, trust, moment.atMillis()))
                && look.isElsewhere(before, source, moment.atMillis())
                && look.isComparable("networks", before.networks());
        if (!isNew) {
            return Finding.QUIET;
        }
        return before.networks().knowsAny(moment.atMillis())
                ? signal(moment, login, trust)
                : look.lacks(Finding.NOTHING_KNOWN);
    }

    /** The owner's device in a network that it came through before: once is enough. */
    private static boolean isToldAlready(AccountMemory before, Source source, Trust trust, long at) {
        return trust == Trust.PROBATION && before.devices().isKnown(source.device(), at);
    }

    private Signal signal(Moment moment, Login login, Trust trust) {
        Source source = login.source();
        AccountMemory before = moment.before();
        boolean deviceKnown = before.devices().isKnown(source.device(), moment.atMillis());
        boolean firstHosting = source.network() == Network.HOSTING
                && before.habits().networkKinds().find(Network.HOSTING.key()) == null;
        int mfaStep = login.passedMfa() ? -1 : 0;
        Severity severity = firstHosting ? Severity.HIGH.moved(mfaStep) : Severity.LOW.moved(Novelty.steps(login));
        Facts facts = new Facts()
                .put("asn", Novelty.asn(source))
                .put("known_networks", Novelty.known(before.networks(), moment.atMillis(), Novelty::networkWords))
                .put("trust", Novelty.trustWords(trust))
                .put("hosting", firstHosting ? "never used before" : null)
                .put("device", Novelty.deviceWords(source, deviceKnown))
                .put("network", source.network())
                .put("mfa", login.mfa())
                .put("ip", source.ip())
                .put("country", source.country());
        return signal(
                severity,
                deviceKnown ? 20 : 40,
                "AS" + source.asn(),
                Evidence.of(login, "login from a new network"),
                facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.HIGH) ? Action.STEP_UP : Action.NOTIFY_OWNER;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary = "Networks known so far: %s. This login: AS%s (%s), %s, network %s%s. Threshold: %s.";
        return new Wording(
                "Login from a new network",
                summary.formatted(
                        facts.get("known_networks"),
                        facts.get("asn"),
                        facts.get("trust"),
                        facts.get("device"),
                        facts.get("network"),
                        facts.containsKey("hosting") ? ", of a kind never used before" : "",
                        Novelty.LADDER),
                "Somebody signed in to your account through an internet provider you have not used before."
                        + " If that was not you, change your password now.");
    }

    @Override
    public List<AccountEvent> drill() {
        return Drill.begin().login(Drill.STRANGER).events();
    }
}
