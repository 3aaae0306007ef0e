package dev.tocsin.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.serde.AvroDecoder;
import dev.tocsin.serde.AvroEncoder;
import dev.tocsin.serde.RegistryUnavailableException;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.serde.UndecodableException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The values of one input topic, in both directions and as JSON, for putting records right. */
public final class InputRecords<T extends SpecificRecord> {
    private static final String TYPE = "type";

    private final String type;
    private final Class<T> contract;
    private final AvroDecoder<T> decoder;
    private final AvroEncoder<T> encoder;
    private final Function<T, AccountEvent> reader;

    private InputRecords(
            String type, Class<T> contract, SchemaRegistry registry, String topic, Function<T, AccountEvent> reader) {
        this.type = type;
        this.contract = contract;
        this.decoder = new AvroDecoder<>(registry, contract);
        this.encoder = new AvroEncoder<>(registry, topic + "-value", contract, false);
        this.reader = reader;
    }

    public static InputRecords<?> logins(SchemaRegistry registry, EventReader reader, String topic) {
        return new InputRecords<>("login", LoginEvent.class, registry, topic, reader::read);
    }

    public static InputRecords<?> accountChanges(SchemaRegistry registry, EventReader reader, String topic) {
        return new InputRecords<>("change", AccountChangeEvent.class, registry, topic, reader::read);
    }

    /**
     * Reads a value through Avro, with what comes of it in the detector too.
     *
     * @throws UndecodableException when the bytes are no such record
     * @throws InvalidEventException when the record cannot be judged
     * @throws RegistryUnavailableException when the registry is needed and cannot be asked
     */
    public AccountEvent event(byte @Nullable [] value) {
        return reader.apply(decoder.decode(value));
    }

    /**
     * What is readable of a value, whether or not it can be judged, with the field {@code type} first.
     *
     * @throws RegistryUnavailableException when the registry is needed and cannot be asked
     */
    public Optional<ObjectNode> json(byte @Nullable [] value) {
        try {
            ObjectNode json = ContractJson.write(decoder.decode(value));
            ObjectNode typed = json.objectNode().put(TYPE, type);
            typed.setAll(json);
            return Optional.of(typed);
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes a value of JSON, under the schema that the topic's subject has for this version's contract.
     *
     * @throws InvalidEventException with the path, what was expected and what was found
     */
    public byte[] value(JsonNode json) {
        String given = json.path(TYPE).asText(type);
        if (!given.equals(type)) {
            throw new InvalidEventException(
                    "unknown-type",
                    "type: expected \"" + type + "\", as the letter's topic has, found \"" + given + "\".");
        }
        return encoder.encode(ContractJson.read(json, contract, Set.of(TYPE)));
    }
}
