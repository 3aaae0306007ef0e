package dev.tocsin.codec;

import dev.tocsin.event.Alert;
import dev.tocsin.serde.AvroEncoder;
import dev.tocsin.serde.SchemaRegistry;

/** Writes alerts as the contract's records; safe for many threads. */
public final class AlertEncoder {
    private final AvroEncoder<Alert> encoder;

    /**
     * Asks nothing of the registry yet.
     *
     * @param register whether the schema may be registered if the topic's subject does not have it
     */
    public AlertEncoder(SchemaRegistry registry, String topic, boolean register) {
        this.encoder = new AvroEncoder<>(registry, topic + "-value", Alert.class, register);
    }

    /** Asks for the schema's id, so that nothing needs the registry later; fails like {@link AvroEncoder#prepare}. */
    public int prepare() {
        return encoder.prepare();
    }

    public byte[] encode(AlertMessage message) {
        return encoder.encode(AlertRecords.of(message));
    }
}
