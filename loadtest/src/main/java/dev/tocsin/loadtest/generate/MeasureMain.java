package dev.tocsin.loadtest.generate;

import com.sun.management.ThreadMXBean;
import dev.tocsin.loadtest.market.AvroBytes;
import dev.tocsin.loadtest.market.Event;
import dev.tocsin.loadtest.market.JsonLines;
import dev.tocsin.loadtest.market.Market;
import dev.tocsin.loadtest.market.MarketOptions;
import dev.tocsin.loadtest.market.Records;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToLongFunction;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Measures how fast events are made, alone and with each way of writing them, by the processor's time of one thread.
 *
 * <p>Each line is the best of {@value #ROUNDS} rounds after one to warm up. What a round made is summed up and printed, so that
 * nothing can be optimized away.
 */
final class MeasureMain {
    private static final int ROUNDS = 3;
    private static final long EVENTS = 2_000_000;
    private static final int DAYS = 30;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private MeasureMain() {}

    /** One argument: how many accounts; without it 1 million and 100 million. */
    public static void main(String[] arguments) {
        long[] sizes =
                arguments.length == 0 ? new long[] {1_000_000, 100_000_000} : new long[] {Long.parseLong(arguments[0])};
        for (long accounts : sizes) {
            JsonLines json = new JsonLines();
            AvroBytes avro = new AvroBytes(1, 2);
            System.out.printf("%,d accounts, 10 events each in %d days%n", accounts, DAYS);
            measure("events alone", accounts, Event::at);
            measure("and JSON lines", accounts, event -> json.line(event).length);
            measure("and Avro bytes", accounts, event -> avro.value(event).length);
            measure("and Avro, by itself", accounts, MeasureMain::encoded);
            System.out.printf("heap in use after a collection: %,d MB%n%n", heap(accounts));
        }
    }

    /** As a serializer does it: a record, and Avro's own encoder. */
    private static long encoded(Event event) {
        SpecificRecord record = Records.of(event);
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no I/O in an array
        }
        return out.size();
    }

    private static void measure(String what, long accounts, ToLongFunction<Event> use) {
        round(accounts, use);
        Round best = round(accounts, use);
        for (int i = 1; i < ROUNDS; i++) {
            Round round = round(accounts, use);
            best = round.nanos() < best.nanos() ? round : best;
        }
        System.out.printf(
                "%-20s %,10d a second, %,5d bytes allocated an event (sum %x)%n",
                what, EVENTS * 1_000_000_000L / best.nanos(), best.bytes() / EVENTS, best.sum());
    }

    private record Round(long nanos, long bytes, long sum) {}

    private static Round round(long accounts, ToLongFunction<Event> use) {
        Market market = market(accounts);
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        long sum = 0;
        for (long i = 0; i < EVENTS; i++) {
            Event event = market.next();
            sum += event == null ? 0 : use.applyAsLong(event);
        }
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        return new Round(nanos, THREADS.getCurrentThreadAllocatedBytes() - bytes, sum);
    }

    private static Market market(long accounts) {
        Instant from = MarketOptions.DEFAULT_FROM;
        return new Market(
                MarketOptions.ordinary(1, accounts, 10 * accounts, from, from.plus(Duration.ofDays(DAYS))),
                label -> {});
    }

    /** In megabytes, with a market that is under way. */
    private static long heap(long accounts) {
        Market market = market(accounts);
        for (long i = 0; i < EVENTS; i++) {
            market.next();
        }
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return market.next() == null ? 0 : used >> 20;
    }
}
