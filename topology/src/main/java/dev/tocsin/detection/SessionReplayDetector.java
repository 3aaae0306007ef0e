package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Login;
import dev.tocsin.account.Session;
import dev.tocsin.account.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A session that one device began, used by another device in another network.
 *
 * <p>Works because a session's cookie never leaves its device unless it is stolen: by malware, or by a page in the middle
 * that let the owner pass the second factor. The same device in another network is a laptop on the move. Blind without
 * session and device ids, to a thief who copies the device's id along, and to a session that its device has left for a newer
 * one.
 */
final class SessionReplayDetector extends TunedDetector<SessionReplayDetector.Settings> {
    static final Profile PROFILE = Profile.onBoth(
            "session-replay",
            Profile.Kind.SEQUENCE,
            List.of("T1539"),
            List.of("used_for", "begun_at", "begun_asn", "begun_country", "asn", "network", "ip", "country"));

    /** The catalogue's N11: one use is enough; a day's cooldown, as for novelty. */
    static final Settings DEFAULTS = new Settings(Duration.ofDays(1));

    /** @param cooldown between two alerts for one session */
    record Settings(Duration cooldown) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
        }
    }

    SessionReplayDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login, Look look) {
        return look.succeeded(login) ? use(moment, login, look) : Finding.QUIET;
    }

    @Override
    Finding examine(Moment moment, AccountChange change, Look look) {
        return use(moment, change, look);
    }

    private Finding use(Moment moment, AccountEvent event, Look look) {
        if (Session.id(event.source()) == 0) {
            return look.lacks(Finding.NO_SESSION);
        }
        Session session = sessionOf(moment, event.source());
        boolean isKnown = session != null;
        return look.sees("session", isKnown ? "begun before" : "new", "begun before", isKnown)
                ? compare(event, Objects.requireNonNull(session), look)
                : Finding.QUIET;
    }

    private Finding compare(AccountEvent event, Session session, Look look) {
        int device = Session.device(event.source());
        boolean isSame = device != 0 && session.device() == device;
        if (!look.sees("device", isSame ? "the session's own" : "not the session's own", "another", !isSame)) {
            return Finding.QUIET;
        }
        // an update gives the owner's device another user agent in the middle of a session
        if (session.device() == 0 || device == 0 || event.source().hasAgentForDevice()) {
            return look.lacks(Finding.NO_DEVICE);
        }
        if (session.asn() == Source.NO_ASN || event.source().asn() == Source.NO_ASN) {
            return look.lacks(Finding.NO_ASN);
        }
        boolean isElsewhere = look.sees(
                "network",
                () -> Novelty.networkWords(event.source().asn()),
                () -> "not " + Novelty.networkWords(session.asn()) + ", the session's",
                session.asn() != event.source().asn());
        return isElsewhere ? signal(event, session) : Finding.QUIET;
    }

    private static @Nullable Session sessionOf(Moment moment, Source source) {
        int id = Session.id(source);
        for (Session session : moment.before().sessions()) {
            if (session.id() == id) {
                return session;
            }
        }
        return null;
    }

    private Signal signal(AccountEvent event, Session session) {
        Source source = event.source();
        String use = Happening.of(event);
        Facts facts = new Facts()
                .put("used_for", use)
                .put("begun_at", Instant.ofEpochMilli(session.lastMillis()))
                .put("begun_asn", session.asn())
                .put("begun_country", session.country() == 0 ? "unknown" : Source.countryOfKey(session.country()))
                .put("asn", source.asn())
                .put("network", source.network())
                .put("ip", source.ip())
                .put("country", source.country());
        return signal(
                Severity.HIGH,
                85,
                Integer.toHexString(session.id()),
                Evidence.of(event, use + " with another device's session"),
                facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return Action.LOCK_ACCOUNT;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String summary = "Session last used by its own device at %s in AS%s, %s. Now: %s by another device in AS%s, %s,"
                + " network %s. Threshold: one use.";
        return new Wording(
                "A session is used by another device",
                summary.formatted(
                        facts.get("begun_at"),
                        facts.get("begun_asn"),
                        facts.get("begun_country"),
                        facts.get("used_for"),
                        facts.get("asn"),
                        facts.getOrDefault("country", "unknown"),
                        facts.get("network")),
                "Somebody may be using your signed-in session on another device."
                        + " If you did not copy it yourself, sign out everywhere and change your password.");
    }

    @Override
    public List<AccountEvent> drill() {
        return Drill.begin()
                .login(Drill.HOME)
                .later(Duration.ofMillis(1))
                .login(Drill.session(Drill.STRANGER, Drill.HOME.session()))
                .events();
    }
}
