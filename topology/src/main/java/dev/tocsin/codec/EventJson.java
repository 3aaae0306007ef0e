package dev.tocsin.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Events as plain JSON with the contract's field names, and a {@code type} of {@code login} or {@code change}. */
public final class EventJson {
    private static final String TYPE = "type";
    private static final Set<String> NOT_OF_THE_RECORD = Set.of(TYPE);

    private static final JsonFactory DIRECT = new JsonFactory();
    private static final ObjectReader TREE = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private static final DirectJson<Source> SOURCES = new DirectJson<>(Source.getClassSchema(), Source::new, null);
    private static final DirectJson<LoginEvent> LOGINS =
            new DirectJson<>(LoginEvent.getClassSchema(), LoginEvent::new, SOURCES);
    private static final DirectJson<AccountChangeEvent> CHANGES =
            new DirectJson<>(AccountChangeEvent.getClassSchema(), AccountChangeEvent::new, SOURCES);

    private final EventReader reader;

    public EventJson(EventReader reader) {
        this.reader = reader;
    }

    /**
     * Reads an event from its text; safe for many threads.
     *
     * @param json one object in UTF-8
     * @throws InvalidEventException with the path, what was expected and what was found
     */
    public AccountEvent read(byte[] json) {
        IndexedRecord record;
        try {
            record = direct(json);
        } catch (IOException surprise) {
            return read(tree(json));
        }
        return record instanceof LoginEvent login ? reader.read(login) : reader.read((AccountChangeEvent) record);
    }

    private static IndexedRecord direct(byte[] json) throws IOException {
        try (JsonParser parser = DIRECT.createParser(json)) {
            parser.nextToken();
            IndexedRecord record = TYPE.equals(parser.nextFieldName())
                    ? contract(parser.nextTextValue()).rest(parser, TYPE, true)
                    : contract(typeOf(json)).rest(parser, TYPE, false);
            if (parser.nextToken() != null) {
                throw new DirectJson.SurpriseException();
            }
            return record;
        }
    }

    private static DirectJson<?> contract(@Nullable String type) throws IOException {
        return switch (String.valueOf(type)) {
            case "login" -> LOGINS;
            case "change" -> CHANGES;
            default -> throw new DirectJson.SurpriseException();
        };
    }

    /** For events that do not begin with it. */
    private static @Nullable String typeOf(byte[] json) throws IOException {
        try (JsonParser parser = DIRECT.createParser(json)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (name.equals(TYPE)) {
                    return parser.nextTextValue();
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return null;
        }
    }

    private static JsonNode tree(byte[] json) {
        try {
            return TREE.readTree(json);
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new InvalidEventException(
                    "not-json",
                    "this is not JSON: " + problem + " (column "
                            + e.getLocation().getColumnNr() + ").");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no I/O in an array
        }
    }

    /**
     * Reads an event.
     *
     * @throws InvalidEventException with the path, what was expected and what was found
     */
    public AccountEvent read(JsonNode json) {
        return switch (json.path(TYPE).asText()) {
            case "login" -> reader.read(ContractJson.read(json, LoginEvent.class, NOT_OF_THE_RECORD));
            case "change" -> reader.read(ContractJson.read(json, AccountChangeEvent.class, NOT_OF_THE_RECORD));
            default ->
                throw new InvalidEventException(
                        "unknown-type", "type: expected \"login\" or \"change\", found " + found(json) + '.');
        };
    }

    private static String found(JsonNode json) {
        return json.has(TYPE) ? json.get(TYPE).toString() : "nothing";
    }
}
