package dev.tocsin.account;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of one kind that come in bursts, such as failed logins: exact times, so that a window means what it
 * says.
 *
 * @param hits ascending by time, none older than {@link #KEPT_MILLIS} before the newest
 * @param lastEvent id of the newest hit, null when there is none
 */
public record Burst(List<Hit> hits, @Nullable EventId lastEvent) {
    /** How many are remembered, and so the highest count that a threshold can ask for; a flood costs no more. */
    public static final int MAX = 20;

    /** The longest window over which such events are counted: an hour, for password resets asked for. */
    public static final long KEPT_MILLIS = 3_600_000;

    public static final Burst EMPTY = new Burst(List.of(), null);

    /** One event, and where it came from as far as the kind of event needs it. */
    public record Hit(long atMillis, Origin origin) {}

    /**
     * Where a hit came from, in a few bytes; 32 bits are enough to tell twenty apart.
     *
     * @param network hash of the /24 (IPv4) or /64 (IPv6), 0 when unknown
     * @param device hash, 0 when unknown
     * @param country key of {@link Source#countryKey()}, 0 when unknown
     */
    public record Origin(int network, int device, int country) {
        public static final Origin NOT_KEPT = new Origin(0, 0, 0);

        public static Origin of(Source source) {
            IpAddress ip = source.ip();
            return new Origin(ip == null ? 0 : shortened(ip.neighbourhood()), shortened(source.device()), (int)
                    source.countryKey());
        }

        private static int shortened(long hash) {
            return (int) hash;
        }
    }

    Burst hit(AccountEvent event, Origin origin) {
        long oldest = event.atMillis() - KEPT_MILLIS;
        List<Hit> next = new ArrayList<>(hits.size() + 1);
        for (Hit hit : hits) {
            if (hit.atMillis() >= oldest) {
                next.add(hit);
            }
        }
        next.add(new Hit(event.atMillis(), origin));
        return new Burst(Bounded.latest(next, MAX), event.id());
    }

    /** The burst as it is remembered at a moment: nothing when its last hit is too old to matter. */
    Burst at(long atMillis) {
        return hits.isEmpty() || lastMillis() >= atMillis - KEPT_MILLIS ? this : EMPTY;
    }

    /** Event time of the newest hit; only of a burst that has one. */
    public long lastMillis() {
        return hits.get(hits.size() - 1).atMillis();
    }

    /** The hits of the time up to and including a moment. */
    public List<Hit> within(long atMillis, long windowMillis) {
        return hits.stream()
                .filter(hit -> hit.atMillis() > atMillis - windowMillis && hit.atMillis() <= atMillis)
                .toList();
    }

    /** The latest run of so many hits that took no longer than a window; empty when there was none. */
    public List<Hit> latestRun(int size, long windowMillis) {
        for (int end = hits.size(); end >= size; end--) {
            if (hits.get(end - 1).atMillis() - hits.get(end - size).atMillis() < windowMillis) {
                return hits.subList(end - size, end);
            }
        }
        return List.of();
    }
}
