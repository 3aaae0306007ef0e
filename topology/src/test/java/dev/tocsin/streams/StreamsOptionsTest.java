package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsOptionsTest {
    @Test
    void the_kernel_sizes_what_consumers_receive_into_unless_the_config_says_otherwise() {
        assertThat(receiveBuffer(Map.of())).isEqualTo(-1);
        assertThat(receiveBuffer(Map.of("receive.buffer.bytes", 1_000_000))).isEqualTo(1_000_000);
    }

    private static Object receiveBuffer(Map<String, Object> given) {
        Map<String, Object> kafka = new HashMap<>(given);
        kafka.put("bootstrap.servers", "127.0.0.1:1");
        StreamsOptions options = new StreamsOptions(
                "bell",
                kafka,
                Map.of(),
                true,
                Topics.DEFAULTS,
                "at_least_once",
                1,
                0,
                Path.of("/nowhere"),
                "127.0.0.1:8080",
                Duration.ofMinutes(5));
        return new StreamsConfig(options.streamsProperties())
                .getMainConsumerConfigs("g", "c", 1)
                .getOrDefault(ConsumerConfig.RECEIVE_BUFFER_CONFIG, "not set");
    }
}
