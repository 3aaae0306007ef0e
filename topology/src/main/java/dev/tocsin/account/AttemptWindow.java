package dev.tocsin.account;

import java.util.ArrayList;
import java.util.List;

/**
 * Login attempts of the last five minutes, in tumbling buckets of 15 seconds.
 *
 * <p>A sliding count is thus up to 15 seconds short of exact, and a flood costs at most 21 buckets.
 *
 * @param buckets by start, ascending, none empty
 * @param device the device of every attempt since the window was last empty; {@link Hash64#NONE} when they differ or one
 *     is unknown
 */
public record AttemptWindow(List<Bucket> buckets, long device) {
    public static final int BUCKET_SECONDS = 15;
    public static final int MAX_BUCKETS = 21;
    public static final int MAX_COUNT = 65_535;

    public static final AttemptWindow EMPTY = new AttemptWindow(List.of(), Hash64.NONE);

    private static final long BUCKET_MILLIS = BUCKET_SECONDS * 1000L;

    /**
     * The attempts of 15 seconds.
     *
     * @param start in units of 15 seconds since 1970
     */
    public record Bucket(long start, int count) {}

    AttemptWindow counted(long atMillis, long attemptDevice) {
        long now = Math.floorDiv(atMillis, BUCKET_MILLIS);
        List<Bucket> kept = new ArrayList<>(buckets.size() + 1);
        for (int i = 0; i < buckets.size(); i++) {
            if (buckets.get(i).start > now - MAX_BUCKETS) {
                kept.add(buckets.get(i));
            }
        }
        long sameDevice = kept.isEmpty() || device == attemptDevice ? attemptDevice : Hash64.NONE;
        int last = kept.size() - 1;
        if (last >= 0 && kept.get(last).start == now) {
            kept.set(last, new Bucket(now, Math.min(kept.get(last).count + 1, MAX_COUNT)));
        } else {
            kept.add(new Bucket(now, 1));
        }
        return new AttemptWindow(kept, sameDevice);
    }

    /** Attempts in the given time up to and including the bucket of a moment. */
    public int attempts(long atMillis, long windowMillis) {
        long now = Math.floorDiv(atMillis, BUCKET_MILLIS);
        long first = now - windowMillis / BUCKET_MILLIS;
        int attempts = 0;
        for (Bucket bucket : buckets) {
            attempts += bucket.start > first && bucket.start <= now ? bucket.count : 0;
        }
        return attempts;
    }
}
