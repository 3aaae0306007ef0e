package dev.tocsin.serde;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a Kafka consumer read our records; set it as {@code value.deserializer}.
 *
 * <p>Settings: {@code schema.registry.*} as for {@link SchemaRegistry#connect}, and {@code tocsin.record.class}, the
 * generated class or its name, unless it was given to the constructor. A null value stays null. Fails like {@link
 * AvroDecoder}.
 */
public final class TocsinAvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    static final String RECORD_CLASS = "tocsin.record.class";

    private @Nullable Class<T> type;
    private @Nullable SchemaRegistry registry;
    private @Nullable AvroDecoder<T> decoder;

    /** For Kafka, which sets {@code tocsin.record.class} afterwards. */
    public TocsinAvroDeserializer() {}

    public TocsinAvroDeserializer(Class<T> type) {
        this.type = type;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        ValuesOnly.check(isKey);
        Class<T> record = type == null ? named(configs.get(RECORD_CLASS)) : type;
        SchemaRegistry connected = SchemaRegistry.connect(configs);
        registry = connected;
        decoder = new AvroDecoder<>(connected, record);
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : ValuesOnly.configured(decoder).decode(bytes);
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }

    @SuppressWarnings("unchecked") // Checked by asSubclass as far as generics allow; T is whatever the class is.
    private static <T extends SpecificRecord> Class<T> named(@Nullable Object value) {
        try {
            Class<?> found = value instanceof Class<?> type ? type : loaded(String.valueOf(value));
            return (Class<T>) found.asSubclass(SpecificRecordBase.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IllegalArgumentException(
                    RECORD_CLASS + " must name a generated record, e.g. dev.tocsin.event.Alert, but is " + value + ".",
                    e);
        }
    }

    private static Class<?> loaded(String name) throws ClassNotFoundException {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return Class.forName(name, true, context == null ? TocsinAvroDeserializer.class.getClassLoader() : context);
    }
}
