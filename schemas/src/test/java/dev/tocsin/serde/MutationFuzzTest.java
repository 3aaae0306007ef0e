package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.tocsin.serde.UndecodableException.Reason;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged bytes become a record or {@link UndecodableException}; nothing else is thrown and little is reserved. */
class MutationFuzzTest {
    private static final int ROUNDS = 25_000;
    private static final long SEED = 20_261_120;

    /** A record takes about 3 kB; the first exception loads classes. A believed length would take gigabytes. */
    private static final long MOST_BYTES = 1024 * 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", "mock://fuzz"));

    static Stream<SpecificRecord> records() {
        return Stream.of(Samples.fullLogin(), Samples.fullChange(), Samples.fullAlert());
    }

    @ParameterizedTest
    @MethodSource("records")
    void damaged_bytes_are_a_record_or_undecodable(SpecificRecord record) {
        fuzz(record, record.getClass());
    }

    @SuppressWarnings("unchecked") // The record is of its own class.
    private <T extends SpecificRecord> void fuzz(SpecificRecord record, Class<T> type) {
        byte[] good = new AvroEncoder<>(registry, "fuzz-value", type, true).encode((T) record);
        AvroDecoder<T> decoder = new AvroDecoder<>(registry, type);
        assertThat(decoder.decode(good)).isEqualTo(record);
        Random random = new Random(SEED);
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);

        for (int round = 0; round < ROUNDS; round++) {
            byte[] bad = damaged(good, random);
            decodeOrUndecodable(decoder, bad, reasons, round);
        }

        assertThat(reasons).contains(Reason.TRUNCATED, Reason.TRAILING_BYTES, Reason.CORRUPT);
    }

    private static void decodeOrUndecodable(AvroDecoder<?> decoder, byte[] bad, Set<Reason> reasons, int round) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            decoder.decode(bad);
        } catch (UndecodableException e) {
            reasons.add(e.reason());
        } catch (Throwable e) {
            fail("seed " + SEED + " round " + round + ": " + HexFormat.of().formatHex(bad), e);
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .as("seed %s round %s", SEED, round)
                .isLessThan(MOST_BYTES);
    }

    /** Overwrites, inserts, removes or cuts; the first five bytes stay, for their damage has tests of its own. */
    private static byte[] damaged(byte[] good, Random random) {
        byte[] bad = good.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bad.length > WireFormat.HEADER_BYTES + 1; i++) {
            int at = WireFormat.HEADER_BYTES + random.nextInt(bad.length - WireFormat.HEADER_BYTES);
            switch (random.nextInt(5)) {
                case 0 -> bad = Arrays.copyOf(bad, at);
                case 1 -> bad = spliced(bad, at, 0, random.nextInt(8), random);
                case 2 -> bad = spliced(bad, at, Math.min(1 + random.nextInt(4), bad.length - at), 0, random);
                case 3 -> bad[at] ^= (byte) (1 << random.nextInt(8));
                default -> bad[at] = (byte) random.nextInt(256);
            }
        }
        return bad;
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, int inserted, Random random) {
        byte[] middle = new byte[inserted];
        random.nextBytes(middle);
        byte[] result = Arrays.copyOf(bytes, bytes.length - removed + inserted);
        System.arraycopy(middle, 0, result, at, inserted);
        System.arraycopy(bytes, at + removed, result, at + inserted, bytes.length - at - removed);
        return result;
    }
}
