package dev.tocsin.codec;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.serde.AvroDecoder;
import dev.tocsin.serde.RegistryUnavailableException;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.serde.UndecodableException;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns the values of one input topic into events; safe for many threads.
 *
 * <p>What was written with the contract's own schema is read straight from its bytes, in half the time and without a text for
 * each field. That way knows only what is as it should be: whatever surprises it goes the other way, through Avro, which knows
 * older and newer schemas and what to say.
 */
public final class EventDecoder {
    private final AvroDecoder<?> avro;
    private final Function<In, AccountEvent> directReader;
    private final Function<byte @Nullable [], AccountEvent> thorough;

    private <T extends SpecificRecord> EventDecoder(
            AvroDecoder<T> avro, Function<In, AccountEvent> directReader, Function<T, AccountEvent> reader) {
        this.avro = avro;
        this.directReader = directReader;
        this.thorough = value -> reader.apply(avro.decode(value));
    }

    public static EventDecoder logins(SchemaRegistry registry, EventReader reader) {
        return new EventDecoder(new AvroDecoder<>(registry, LoginEvent.class), reader::readLogin, reader::read);
    }

    public static EventDecoder accountChanges(SchemaRegistry registry, EventReader reader) {
        return new EventDecoder(
                new AvroDecoder<>(registry, AccountChangeEvent.class), reader::readChange, reader::read);
    }

    /**
     * Decodes a value.
     *
     * @throws UndecodableException when the bytes are no such record
     * @throws InvalidEventException when the record cannot be judged
     * @throws RegistryUnavailableException when the registry is needed and cannot be asked
     */
    public AccountEvent decode(byte @Nullable [] value) {
        AccountEvent event = direct(value);
        return event == null ? thorough.apply(value) : event;
    }

    /** The event as the direct way reads it; null for whatever is not for that way. */
    @Nullable
    AccountEvent direct(byte @Nullable [] value) {
        if (value == null || !avro.isInOwnSchema(value)) {
            return null;
        }
        In in = new In(value, AvroDecoder.BODY_AT);
        try {
            AccountEvent event = directReader.apply(in);
            return in.isAtEnd() ? event : null;
        } catch (InvalidEventException
                | IllegalStateException
                | ArithmeticException
                | IndexOutOfBoundsException surprise) {
            return null;
        }
    }
}
