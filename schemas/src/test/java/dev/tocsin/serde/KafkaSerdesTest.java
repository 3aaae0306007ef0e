package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/** The serialisers as Kafka sets them up: by name and properties. */
class KafkaSerdesTest {
    private static final Map<String, Object> PROPERTIES =
            Map.of("schema.registry.url", "mock://serdes", "tocsin.record.class", "dev.tocsin.event.LoginEvent");

    @Test
    void what_a_producer_writes_a_consumer_reads() {
        try (TocsinAvroSerializer<LoginEvent> serializer = serializer();
                TocsinAvroDeserializer<LoginEvent> deserializer = deserializer(PROPERTIES)) {
            byte[] bytes = serializer.serialize("tocsin.logins", Samples.fullLogin());

            assertThat(deserializer.deserialize("tocsin.logins", bytes)).isEqualTo(Samples.fullLogin());
        }
    }

    @Test
    void subject_is_the_topic_and_each_record_has_its_own_schema() {
        try (TocsinAvroSerializer<SpecificRecord> serializer = serializer();
                SchemaRegistry registry = SchemaRegistry.connect(PROPERTIES)) {
            byte[] login = bytes(serializer.serialize("t", Samples.fullLogin()));
            byte[] change = bytes(serializer.serialize("t", Samples.fullChange()));

            assertThat(registry.idOf("t-value", SchemaText.of(LoginEvent.getClassSchema())))
                    .isEqualTo(WireFormat.schemaId(login));
            assertThat(registry.idOf("t-value", SchemaText.of(AccountChangeEvent.getClassSchema())))
                    .isEqualTo(WireFormat.schemaId(change));
        }
    }

    @Test
    void producer_and_consumer_take_them_by_name() {
        Map<String, Object> properties = new HashMap<>(PROPERTIES);
        properties.put("bootstrap.servers", "127.0.0.1:1");
        properties.put("key.serializer", StringSerializer.class.getName());
        properties.put("key.deserializer", StringDeserializer.class.getName());
        properties.put("value.serializer", "dev.tocsin.serde.TocsinAvroSerializer");
        properties.put("value.deserializer", "dev.tocsin.serde.TocsinAvroDeserializer");

        assertThatCode(() -> new KafkaProducer<String, LoginEvent>(properties).close(Duration.ZERO))
                .doesNotThrowAnyException();
        assertThatCode(() -> new KafkaConsumer<String, LoginEvent>(properties).close())
                .doesNotThrowAnyException();
    }

    @Test
    void null_stays_null() {
        try (TocsinAvroSerializer<LoginEvent> serializer = serializer();
                TocsinAvroDeserializer<LoginEvent> deserializer = deserializer(PROPERTIES)) {
            assertThat(serializer.serialize("t", null)).isNull();
            assertThat(deserializer.deserialize("t", null)).isNull();
        }
    }

    @Test
    void class_may_be_given_as_such() {
        try (TocsinAvroSerializer<LoginEvent> serializer = serializer();
                TocsinAvroDeserializer<LoginEvent> named = deserializer(
                        Map.of("schema.registry.url", "mock://serdes", "tocsin.record.class", LoginEvent.class));
                TocsinAvroDeserializer<LoginEvent> constructed = new TocsinAvroDeserializer<>(LoginEvent.class)) {
            constructed.configure(Map.of("schema.registry.url", "mock://serdes"), false);
            byte[] bytes = serializer.serialize("t", Samples.minimalLogin());

            assertThat(named.deserialize("t", bytes)).isEqualTo(Samples.minimalLogin());
            assertThat(constructed.deserialize("t", bytes)).isEqualTo(Samples.minimalLogin());
        }
    }

    @Test
    void schema_is_not_registered_when_that_is_off() {
        try (TocsinAvroSerializer<LoginEvent> serializer = new TocsinAvroSerializer<>()) {
            serializer.configure(
                    Map.of("schema.registry.url", "mock://not-registered", "auto.register.schemas", "false"), false);

            assertThatThrownBy(() -> serializer.serialize("t", Samples.fullLogin()))
                    .isInstanceOf(SchemaNotFoundException.class)
                    .hasMessageContaining("t-value");
        }
    }

    @Test
    void wrong_set_up_is_told() {
        assertThatThrownBy(() -> new TocsinAvroSerializer<LoginEvent>().configure(PROPERTIES, true))
                .hasMessageContaining("Record keys are the account id");
        assertThatThrownBy(() -> new TocsinAvroSerializer<LoginEvent>().serialize("t", Samples.fullLogin()))
                .hasMessageContaining("configure");
        assertThatThrownBy(() -> deserializer(Map.of("schema.registry.url", "mock://x")))
                .hasMessageContaining("tocsin.record.class");
        assertThatThrownBy(() -> deserializer(
                        Map.of("schema.registry.url", "mock://x", "tocsin.record.class", "java.lang.String")))
                .hasMessageContaining("tocsin.record.class");
    }

    @SuppressWarnings("unchecked") // As Kafka does it.
    private static <T extends SpecificRecord> TocsinAvroSerializer<T> serializer() {
        TocsinAvroSerializer<T> serializer = Utils.newInstance(TocsinAvroSerializer.class);
        serializer.configure(PROPERTIES, false);
        return serializer;
    }

    @SuppressWarnings("unchecked") // As Kafka does it.
    private static TocsinAvroDeserializer<LoginEvent> deserializer(Map<String, ?> properties) {
        TocsinAvroDeserializer<LoginEvent> deserializer = Utils.newInstance(TocsinAvroDeserializer.class);
        deserializer.configure(properties, false);
        return deserializer;
    }

    private static byte[] bytes(byte @org.jspecify.annotations.Nullable [] value) {
        assertThat(value).isNotNull();
        return value == null ? new byte[0] : value;
    }
}
