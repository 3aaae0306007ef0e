package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is encoded comes back the same. */
class RoundTripTest {
    private final SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", "mock://round-trip"));

    static Stream<SpecificRecord> records() {
        return Stream.of(
                Samples.fullLogin(),
                Samples.minimalLogin(),
                Samples.fullChange(),
                Samples.minimalChange(),
                Samples.fullAlert(),
                Samples.minimalAlert());
    }

    @ParameterizedTest
    @MethodSource("records")
    void encoded_record_decodes_to_its_equal(SpecificRecord record) {
        assertThat(roundTrip(record, record.getClass())).isEqualTo(record);
    }

    @SuppressWarnings("unchecked") // The record is of its own class.
    private <T extends SpecificRecord> T roundTrip(SpecificRecord record, Class<T> type) {
        byte[] bytes = new AvroEncoder<>(registry, type.getSimpleName() + "-value", type, true).encode((T) record);
        return new AvroDecoder<>(registry, type).decode(bytes);
    }
}
