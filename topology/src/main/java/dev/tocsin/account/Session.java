package dev.tocsin.account;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest session of one device: who holds it, and where it was last used.
 *
 * <p>A thief's use of it is not remembered here: a session stays with the device that began it.
 *
 * @param id 32 bits of the session's hash, enough to tell sixteen apart
 * @param device 32 bits of the device's hash, 0 when unknown
 * @param country key of {@link Source#countryKey()}, 0 when unknown
 * @param asn {@link Source#NO_ASN} when unknown
 * @param network kind of network of the latest login
 * @param lastMillis event time of the latest login
 */
public record Session(int id, int device, int country, long asn, Network network, long lastMillis) {
    /** The catalogue's bound; the least recently used gives way. */
    public static final int MAX = 16;

    public static Session of(Login login) {
        Source source = login.source();
        return new Session(
                id(source),
                device(source),
                (int) source.countryKey(),
                source.asn(),
                source.network(),
                login.atMillis());
    }

    public static int id(Source source) {
        return (int) source.session();
    }

    public static int device(Source source) {
        return (int) source.device();
    }

    /** The sessions after a login: its own replaces the one that its device had before. */
    static List<Session> after(List<Session> sessions, Login login) {
        Session now = of(login);
        if (now.id == 0) {
            return sessions;
        }
        List<Session> next = new ArrayList<>(sessions.size() + 1);
        for (int i = 0; i < sessions.size(); i++) {
            Session session = sessions.get(i);
            if (now.isAnothers(session)) {
                return sessions;
            }
            if (session.id != now.id && (session.device != now.device || now.device == 0)) {
                next.add(session);
            }
        }
        next.add(now);
        return Bounded.latest(next, MAX);
    }

    private boolean isAnothers(Session other) {
        return id == other.id && other.device != 0 && device != other.device;
    }
}
