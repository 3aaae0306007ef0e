package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.IpAddress;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mfa;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells the short stories by which a detector shows that it can fire, as a fire drill shows that the bell rings.
 *
 * <p>Each is told of the same account: for most of a year it logged in once a day at noon, from home, on one laptop. The
 * story begins five minutes after the last of these logins.
 */
public final class Drill {
    /** More than any setting of learning can ask for: 255 logins. */
    private static final int DAYS = 260;

    private static final String ACCOUNT = "drill";
    private static final Instant BEGIN = Instant.parse("2026-01-01T12:00:00Z");

    static final Source HOME = new Source(
            address(203, 0, 113, 7), "NO", "Oslo", new GeoPoint(5991, 1075), 0, 2119, 11, 12, 13, Network.RESIDENTIAL);

    /** Another country, network, device and session, on the other side of the Earth. */
    static final Source STRANGER = new Source(
            address(198, 51, 100, 9),
            "NZ",
            "Nowhere",
            new GeoPoint(-5991, -16925),
            0,
            64500,
            21,
            22,
            23,
            Network.RESIDENTIAL);

    private final List<AccountEvent> events = new ArrayList<>();
    private final String kind;
    private Instant now;

    private Drill(String kind, Instant begin) {
        this.kind = kind;
        this.now = begin;
    }

    /** What the account did before every story. */
    public static List<AccountEvent> history() {
        Drill drill = new Drill("home", BEGIN);
        for (int day = 0; day < DAYS; day++) {
            drill.login(session(HOME, 100 + day)).later(Duration.ofDays(1));
        }
        return drill.events();
    }

    static Drill begin() {
        return new Drill("drill", BEGIN.plus(Duration.ofDays(DAYS - 1)).plus(Duration.ofMinutes(5)));
    }

    Drill later(Duration span) {
        now = now.plus(span);
        return this;
    }

    Drill login(Source source) {
        return login(Login.Outcome.SUCCEEDED, Mfa.NOT_USED, source);
    }

    Drill loginWithMfa(Source source) {
        return login(Login.Outcome.SUCCEEDED, Mfa.PASSED, source);
    }

    Drill failed(Source source) {
        return login(Login.Outcome.FAILED, Mfa.NOT_USED, source);
    }

    Drill denied(Source source) {
        return login(Login.Outcome.MFA_DENIED, Mfa.FAILED, source);
    }

    private Drill login(Login.Outcome outcome, Mfa mfa, Source source) {
        Login.FailureReason reason =
                outcome == Login.Outcome.FAILED ? Login.FailureReason.BAD_CREDENTIALS : Login.FailureReason.NONE;
        events.add(new Login(id(), ACCOUNT, "default", now, outcome, reason, Login.AuthMethod.PASSWORD, mfa, source));
        return this;
    }

    Drill change(ChangeType type, Source source) {
        return change(type, source, Hash64.NONE, Hash64.NONE);
    }

    Drill change(ChangeType type, Source source, long oldValue, long newValue) {
        events.add(new AccountChange(
                id(), ACCOUNT, "default", now, type, Initiator.OWNER, Mfa.NOT_USED, oldValue, newValue, source));
        return this;
    }

    /** Padded, so that events of one moment happen in the order in which they are told. */
    private String id() {
        return String.format(Locale.ROOT, "%s-%04d", kind, events.size());
    }

    List<AccountEvent> events() {
        return List.copyOf(events);
    }

    static Source over(Network network, Source source) {
        return with(source, source.country(), source.session(), network);
    }

    static Source session(Source source, long session) {
        return with(source, source.country(), session, source.network());
    }

    /** The same country, but nothing else the same. */
    static Source inCountryOf(Source home, Source source) {
        return with(source, home.country(), source.session(), source.network());
    }

    private static Source with(Source source, @Nullable String country, long session, Network network) {
        return new Source(
                source.ip(),
                country,
                source.city(),
                source.position(),
                source.radiusKm(),
                source.asn(),
                source.device(),
                source.agent(),
                session,
                network);
    }

    private static IpAddress address(int... bytes) {
        byte[] address = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            address[i] = (byte) bytes[i];
        }
        return IpAddress.ofBytes(address);
    }
}
