package dev.tocsin.loadtest.traffic;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that comes out the same for the same seed, purpose and key, whatever was rolled elsewhere before. */
final class Dice {
    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Dice of(long seed, String purpose, long... keys) {
        long mixed = seed * 31 + purpose.hashCode();
        for (long key : keys) {
            mixed = new SplittableRandom(mixed * 31 + key).nextLong();
        }
        return new Dice(mixed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double between(double low, double high) {
        return random.nextDouble(low, high);
    }

    Duration seconds(double low, double high) {
        return Duration.ofMillis(Math.round(1000 * between(low, high)));
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** An index, chosen in proportion to its weight. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * random.nextGaussian());
    }

    /** Knuth's way, which is good enough for the small means of a day. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** A random UUID, version 4. */
    String uuid() {
        long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }

    /** What a keyed hash of something looks like: 64 hexadecimal digits. */
    String hash() {
        StringBuilder hash = new StringBuilder(64);
        for (int i = 0; i < 4; i++) {
            String word = Long.toHexString(random.nextLong());
            hash.append("0".repeat(16 - word.length())).append(word);
        }
        return hash.toString();
    }
}
