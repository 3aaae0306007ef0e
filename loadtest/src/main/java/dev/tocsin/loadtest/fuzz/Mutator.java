package dev.tocsin.loadtest.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Spoils bytes in the ways in which bytes go bad, and in those in which somebody would have them go bad. */
final class Mutator {
    private static final byte[] EDGES = {0, 1, 2, 0x7f, (byte) 0x80, (byte) 0xfe, (byte) 0xff};
    private static final int MOST_CHANGES = 3;
    private static final int LONGEST_INSERT = 24;
    private static final int LONGEST_NOISE = 2_000;
    private static final int LARGE = 1_000_000;

    /** Of a thousand: none at all, noise from the first byte on, as large as a broker takes. */
    private static final int NOTHING = 10;

    private static final int NOISE = 30;
    private static final int HUGE = 1;

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    /**
     * Spoils one value.
     *
     * @param other another valid one, of which a part may get in
     */
    byte @Nullable [] spoil(byte[] value, byte[] other) {
        int kind = random.nextInt(1_000);
        if (kind < NOTHING) {
            return null;
        }
        if (kind < NOTHING + NOISE) {
            return noise(random.nextInt(LONGEST_NOISE));
        }
        if (kind < NOTHING + NOISE + HUGE) {
            return join(value, noise(LARGE));
        }
        byte[] spoilt = value;
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            spoilt = change(spoilt, other);
        }
        return spoilt;
    }

    private byte[] change(byte[] value, byte[] other) {
        int at = value.length == 0 ? 0 : random.nextInt(value.length);
        int length = random.nextInt(LONGEST_INSERT);
        return switch (random.nextInt(9)) {
            case 0 -> replaced(value, at, (byte) (at < value.length ? value[at] ^ (1 << random.nextInt(8)) : 0));
            case 1 -> replaced(value, at, EDGES[random.nextInt(EDGES.length)]);
            case 2 -> Arrays.copyOf(value, at);
            case 3 -> join(Arrays.copyOf(value, at), noise(length), rest(value, at));
            case 4 -> join(Arrays.copyOf(value, at), rest(value, at + length));
            case 5 -> join(Arrays.copyOf(value, at), rest(value, Math.max(0, at - length)));
            case 6 -> join(Arrays.copyOf(value, at), rest(other, at));
            case 7 -> join(Arrays.copyOf(value, at), length(), rest(value, at + 1));
            default -> join(Arrays.copyOf(value, at), noise(length), rest(value, at + length));
        };
    }

    /** As Avro writes a length: a small one, a huge one, a negative one, one that never ends. */
    private byte[] length() {
        long number = random.nextLong() >> random.nextInt(Long.SIZE);
        ByteBuffer out = ByteBuffer.allocate(12);
        while ((number & ~0x7f) != 0) {
            out.put((byte) ((number & 0x7f) | 0x80));
            number >>>= 7;
        }
        out.put((byte) number);
        if (random.nextInt(4) == 0) {
            Arrays.fill(out.array(), (byte) 0xff);
            return out.array();
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] replaced(byte[] value, int at, byte by) {
        byte[] copy = value.clone();
        if (at < copy.length) {
            copy[at] = by;
        }
        return copy;
    }

    private static byte[] rest(byte[] value, int from) {
        return from >= value.length ? new byte[0] : Arrays.copyOfRange(value, from, value.length);
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer whole = ByteBuffer.allocate(length);
        Arrays.stream(parts).forEach(whole::put);
        return whole.array();
    }
}
