package dev.tocsin.streams;

import dev.tocsin.codec.AlertEncoder;
import dev.tocsin.codec.AlertMessage;
import org.apache.kafka.common.serialization.Serializer;

/** Writes alerts for one output topic; waits for a registry that is away. */
record AlertSerializer(AlertEncoder encoder, RegistryGate gate) implements Serializer<AlertMessage> {
    /** Asks for the schema's id, so that nothing needs the registry later. */
    void prepare() {
        gate.pass(encoder::prepare);
    }

    @Override
    public byte[] serialize(String topic, AlertMessage message) {
        return gate.pass(() -> encoder.encode(message));
    }
}
