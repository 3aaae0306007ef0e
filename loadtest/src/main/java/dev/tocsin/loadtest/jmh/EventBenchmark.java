package dev.tocsin.loadtest.jmh;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.StateCodec;
import dev.tocsin.codec.StoredAccount;
import dev.tocsin.engine.Outcome;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One login in order, with the whole catalogue under the shipped thresholds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 15, time = 2)
@Measurement(iterations = 5, time = 2)
public class EventBenchmark {
    private final Arrivals arrivals = new Arrivals();

    /** From the record's value to the event. */
    @Benchmark
    public AccountEvent decode() {
        return arrivals.decoder.decode(arrivals.next().value());
    }

    @Benchmark
    public StoredAccount readState() {
        Arrivals.Arrival arrival = arrivals.next();
        return StateCodec.read(arrival.stored(), arrival.account());
    }

    @Benchmark
    public Outcome judge() {
        Arrivals.Arrival arrival = arrivals.next();
        return arrivals.engine.apply(arrival.state(), arrival.event());
    }

    @Benchmark
    public byte[] writeState() {
        Arrivals.Arrival arrival = arrivals.next();
        return StateCodec.write(new StoredAccount(arrival.state(), 1, 1), arrival.account());
    }

    /** From the record's value and the stored bytes to the bytes to be stored. */
    @Benchmark
    public byte[] all() {
        Arrivals.Arrival arrival = arrivals.next();
        AccountEvent event = arrivals.decoder.decode(arrival.value());
        StoredAccount stored = StateCodec.read(arrival.stored(), arrival.account());
        Outcome outcome = arrivals.engine.apply(stored.state(), event);
        return StateCodec.write(new StoredAccount(outcome.state(), 1, 1), arrival.account());
    }
}
