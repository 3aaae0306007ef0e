package dev.tocsin.streams;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.EventReader;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.serde.AvroDecoder;
import dev.tocsin.serde.SchemaRegistry;
import java.util.function.Function;

/**
 * Turns the values of one input topic into events.
 *
 * @param decoder fails for bytes that are no event, and for a registry that is away
 */
record EventSource(boolean isLogin, Function<byte[], AccountEvent> decoder) {
    static EventSource logins(SchemaRegistry registry) {
        AvroDecoder<LoginEvent> decoder = new AvroDecoder<>(registry, LoginEvent.class);
        return new EventSource(true, bytes -> EventReader.read(decoder.decode(bytes)));
    }

    static EventSource accountChanges(SchemaRegistry registry) {
        AvroDecoder<AccountChangeEvent> decoder = new AvroDecoder<>(registry, AccountChangeEvent.class);
        return new EventSource(false, bytes -> EventReader.read(decoder.decode(bytes)));
    }

    String type() {
        return isLogin ? "login" : "change";
    }
}
