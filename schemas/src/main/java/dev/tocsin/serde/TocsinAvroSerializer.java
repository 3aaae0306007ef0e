package dev.tocsin.serde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a Kafka producer write our records; set it as {@code value.serializer}.
 *
 * <p>Settings: {@code schema.registry.*} as for {@link SchemaRegistry#connect}, and {@code auto.register.schemas}
 * (default true). The subject is {@code <topic>-value}. Fails like {@link AvroEncoder}.
 */
public final class TocsinAvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    static final String AUTO_REGISTER = "auto.register.schemas";

    private final Map<String, AvroEncoder<T>> encoders = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private boolean autoRegister = true;

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        ValuesOnly.check(isKey);
        Object auto = configs.get(AUTO_REGISTER);
        autoRegister = auto == null || Boolean.parseBoolean(auto.toString());
        registry = SchemaRegistry.connect(configs);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T event) {
        return event == null ? null : encoder(topic, event).encode(event);
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }

    private AvroEncoder<T> encoder(String topic, T event) {
        return encoders.computeIfAbsent(
                topic + ' ' + event.getSchema().getFullName(), name -> newEncoder(topic, event));
    }

    @SuppressWarnings("unchecked") // The class of a T is a Class<T> as far as encoding it goes.
    private AvroEncoder<T> newEncoder(String topic, T event) {
        return new AvroEncoder<>(
                ValuesOnly.configured(registry), topic + "-value", (Class<T>) event.getClass(), autoRegister);
    }
}
