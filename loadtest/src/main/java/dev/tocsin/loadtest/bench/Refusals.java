package dev.tocsin.loadtest.bench;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Remembers the first record that a broker would not take, until somebody asks. */
final class Refusals implements Callback {
    private final AtomicReference<@Nullable Exception> first = new AtomicReference<>();

    @Override
    public void onCompletion(@Nullable RecordMetadata stored, @Nullable Exception problem) {
        if (problem != null) {
            first.compareAndSet(null, problem);
        }
    }

    /** @throws BenchException when there was one */
    void throwIfAny() {
        Exception problem = first.get();
        if (problem != null) {
            throw new BenchException("the broker did not take a record: " + problem.getMessage());
        }
    }
}
