package dev.tocsin.loadtest.market;

/**
 * A shuffled order of the numbers from 0 to less than a size, in which each number's place, and each place's number, is
 * computed and none is stored.
 *
 * <p>Rounds of multiplying by an odd number and folding the high bits into the low ones are a bijection of the next power of
 * two; whoever lands outside the size goes on until inside (cycle walking), less than once on average.
 */
final class Permutation {
    private static final int ROUNDS = 3;

    private final long size;
    private final long mask;
    private final int shift;
    private final long[] factors = new long[ROUNDS];
    private final long[] inverses = new long[ROUNDS];
    private final long[] offsets = new long[ROUNDS];

    Permutation(long size, long key) {
        int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(size - 1));
        this.size = size;
        this.mask = -1L >>> (Long.SIZE - bits);
        this.shift = (bits + 1) / 2;
        Draws draws = new Draws(key);
        for (int i = 0; i < ROUNDS; i++) {
            factors[i] = draws.next() | 1;
            inverses[i] = inverse(factors[i]);
            offsets[i] = draws.next();
        }
    }

    /** Newton's way: each step doubles the bits that are right. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    /** The number at a place. */
    long at(long place) {
        long x = place;
        do {
            for (int i = 0; i < ROUNDS; i++) {
                x = (x * factors[i] + offsets[i]) & mask;
                x ^= x >>> shift;
            }
        } while (x >= size);
        return x;
    }

    /** The place of a number. */
    long placeOf(long number) {
        long x = number;
        do {
            for (int i = ROUNDS - 1; i >= 0; i--) {
                x ^= x >>> shift;
                x = ((x - offsets[i]) * inverses[i]) & mask;
            }
        } while (x >= size);
        return x;
    }
}
