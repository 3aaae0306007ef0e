package dev.tocsin.streams;

import dev.tocsin.event.Alert;
import dev.tocsin.serde.AvroEncoder;
import dev.tocsin.serde.SchemaRegistry;
import org.apache.kafka.common.serialization.Serializer;

/** Writes alerts for one output topic; waits for a registry that is away. */
final class AlertSerializer implements Serializer<Alert> {
    private final AvroEncoder<Alert> encoder;
    private final RegistryGate gate;

    AlertSerializer(SchemaRegistry registry, RegistryGate gate, String topic, boolean register) {
        this.encoder = new AvroEncoder<>(registry, topic + "-value", Alert.class, register);
        this.gate = gate;
    }

    /** Asks for the schema's id, so that nothing needs the registry later. */
    void prepare() {
        gate.pass(encoder::prepare);
    }

    @Override
    public byte[] serialize(String topic, Alert alert) {
        return gate.pass(() -> encoder.encode(alert));
    }
}
