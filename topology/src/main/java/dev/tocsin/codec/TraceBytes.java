package dev.tocsin.codec;

import dev.tocsin.account.Burst;
import dev.tocsin.account.Bursts;
import dev.tocsin.account.Landmark;
import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import dev.tocsin.account.Session;
import java.util.List;

/** What an account's recent days left in the state: landmarks, sessions and bursts. */
final class TraceBytes {
    private static final int NEW_DEVICE = 1;
    private static final int NEW_NETWORK = 2;
    private static final int NEW_COUNTRY = 4;
    private static final int RANK_SHIFT = 3;
    private static final Codes<Network> NETWORKS = new Codes<>(Network.class);

    private TraceBytes() {}

    static void landmarks(Out out, List<Landmark> landmarks, String accountId) {
        EventBytes logins = new EventBytes(accountId);
        out.number(landmarks.size());
        for (int i = 0; i < landmarks.size(); i++) {
            Landmark landmark = landmarks.get(i);
            logins.write(out, landmark.login());
            out.number(landmark.silenceDays())
                    .number((landmark.newDevice() ? NEW_DEVICE : 0)
                            | (landmark.newNetwork() ? NEW_NETWORK : 0)
                            | (landmark.newCountry() ? NEW_COUNTRY : 0)
                            | (rank(landmark.strangeRank()) << RANK_SHIFT)
                            | (rank(landmark.guessingRank()) << (2 * RANK_SHIFT)));
        }
    }

    static List<Landmark> landmarks(In in, String accountId) {
        EventBytes logins = new EventBytes(accountId);
        int size = in.small();
        List<Landmark> landmarks = In.listOf(size);
        for (int i = 0; i < size; i++) {
            landmarks.add(landmark(in, logins.readLogin(in)));
        }
        return landmarks;
    }

    private static Landmark landmark(In in, Login login) {
        int silenceDays = in.small();
        int flags = in.small();
        return new Landmark(
                login,
                SourceBytes.has(flags, NEW_DEVICE),
                SourceBytes.has(flags, NEW_NETWORK),
                SourceBytes.has(flags, NEW_COUNTRY),
                silenceDays,
                ((flags >>> RANK_SHIFT) & 7) + Landmark.NO_ALERT,
                (flags >>> (2 * RANK_SHIFT)) + Landmark.NO_ALERT);
    }

    /** Three bits, 0 for no alert. */
    private static int rank(int rank) {
        return rank - Landmark.NO_ALERT;
    }

    static void sessions(Out out, List<Session> sessions) {
        out.number(sessions.size());
        for (int i = 0; i < sessions.size(); i++) {
            Session session = sessions.get(i);
            out.bits32(session.id()).bits32(session.device()).number(session.country());
            out.number(session.asn()).number(NETWORKS.of(session.network())).millis(session.lastMillis());
        }
    }

    static List<Session> sessions(In in) {
        int size = in.small();
        List<Session> sessions = In.listOf(size);
        for (int i = 0; i < size; i++) {
            sessions.add(new Session(
                    in.bits32(), in.bits32(), in.small(), in.number(), NETWORKS.constant(in.small()), in.millis()));
        }
        return sessions;
    }

    static void bursts(Out out, Bursts bursts) {
        burst(out, bursts.failures(), true);
        burst(out, bursts.denials(), false);
        burst(out, bursts.resetRequests(), false);
    }

    static Bursts bursts(In in) {
        return new Bursts(burst(in, true), burst(in, false), burst(in, false));
    }

    private static void burst(Out out, Burst burst, boolean withOrigins) {
        out.number(burst.hits().size());
        for (int i = 0; i < burst.hits().size(); i++) {
            Burst.Hit hit = burst.hits().get(i);
            out.millis(hit.atMillis());
            if (withOrigins) {
                Burst.Origin origin = hit.origin();
                out.bits32(origin.network()).bits32(origin.device()).number(origin.country());
            }
        }
        if (burst.lastEvent() != null) {
            EventBytes.id(out, burst.lastEvent());
        }
    }

    private static Burst burst(In in, boolean withOrigins) {
        int size = in.small();
        if (size == 0) {
            return Burst.EMPTY;
        }
        List<Burst.Hit> hits = In.listOf(size);
        for (int i = 0; i < size; i++) {
            hits.add(new Burst.Hit(
                    in.millis(),
                    withOrigins ? new Burst.Origin(in.bits32(), in.bits32(), in.small()) : Burst.Origin.NOT_KEPT));
        }
        return new Burst(hits, EventBytes.id(in));
    }
}
