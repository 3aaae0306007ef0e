package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.event.LoginEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stream threads share one decoder; each gets its own records from it. */
class ConcurrentDecodingTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 5_000;

    @Test
    void threads_that_share_a_decoder_do_not_mix_records() throws InterruptedException, ExecutionException {
        SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", "mock://concurrent"));
        AvroEncoder<LoginEvent> encoder = new AvroEncoder<>(registry, "t-value", LoginEvent.class, true);
        AvroDecoder<LoginEvent> decoder = new AvroDecoder<>(registry, LoginEvent.class);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> mixed = IntStream.range(0, THREADS)
                    .mapToObj(thread -> threads.submit(() -> mixed(encoder, decoder, "account-" + thread)))
                    .toList();
            for (Future<Integer> future : mixed) {
                assertThat(future.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int mixed(AvroEncoder<LoginEvent> encoder, AvroDecoder<LoginEvent> decoder, String account) {
        int mixed = 0;
        for (int i = 0; i < ROUNDS; i++) {
            LoginEvent event = LoginEvent.newBuilder(i % 2 == 0 ? Samples.fullLogin() : Samples.minimalLogin())
                    .setAccountId(account)
                    .setEventId(account + i)
                    .build();
            mixed += decoder.decode(encoder.encode(event)).equals(event) ? 0 : 1;
        }
        return mixed;
    }
}
