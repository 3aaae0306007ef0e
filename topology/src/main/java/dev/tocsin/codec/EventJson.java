package dev.tocsin.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import java.util.Set;

/** Events as plain JSON with the contract's field names, and a {@code type} of {@code login} or {@code change}. */
public final class EventJson {
    private static final String TYPE = "type";
    private static final Set<String> NOT_OF_THE_RECORD = Set.of(TYPE);

    private final EventReader reader;

    public EventJson(EventReader reader) {
        this.reader = reader;
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
