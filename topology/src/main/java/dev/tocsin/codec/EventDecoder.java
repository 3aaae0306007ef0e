package dev.tocsin.codec;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.serde.AvroDecoder;
import dev.tocsin.serde.RegistryUnavailableException;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.serde.UndecodableException;
import org.jspecify.annotations.Nullable;

/** Turns the values of one input topic into events; safe for many threads. */
public interface EventDecoder {
    /**
     * Decodes a value.
     *
     * @throws UndecodableException when the bytes are no such record
     * @throws InvalidEventException when the record cannot be judged
     * @throws RegistryUnavailableException when the registry is needed and cannot be asked
     */
    AccountEvent decode(byte @Nullable [] value);

    static EventDecoder logins(SchemaRegistry registry, EventReader reader) {
        AvroDecoder<LoginEvent> decoder = new AvroDecoder<>(registry, LoginEvent.class);
        return value -> reader.read(decoder.decode(value));
    }

    static EventDecoder accountChanges(SchemaRegistry registry, EventReader reader) {
        AvroDecoder<AccountChangeEvent> decoder = new AvroDecoder<>(registry, AccountChangeEvent.class);
        return value -> reader.read(decoder.decode(value));
    }
}
