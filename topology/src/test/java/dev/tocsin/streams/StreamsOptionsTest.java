package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static Object receiveBuffer(Map<String, Object> kafka) {
        return new StreamsConfig(SecurityPassesThroughTest.options(kafka).streamsProperties())
                .getMainConsumerConfigs("g", "c", 1)
                .getOrDefault(ConsumerConfig.RECEIVE_BUFFER_CONFIG, "not set");
    }
}
