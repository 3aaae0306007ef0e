package dev.tocsin.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.ContractJson;
import dev.tocsin.codec.EventReader;
import dev.tocsin.codec.InvalidEventException;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Turns a line of JSON into an event, as it would come off one of the two topics. */
final class EventParser {
    private static final String TYPE = "type";
    private static final Set<String> NOT_OF_THE_RECORD = Set.of(TYPE);

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private EventParser() {}

    /**
     * Parses a line.
     *
     * @throws InvalidEventException with what is wrong with it
     */
    static AccountEvent parse(EventLine line) {
        if (line.isOverlong()) {
            throw new InvalidEventException("overlong-line", "the line is longer than 1 MiB.");
        }
        JsonNode json = json(line.bytes());
        return switch (json.path(TYPE).asText()) {
            case "login" -> EventReader.read(ContractJson.read(json, LoginEvent.class, NOT_OF_THE_RECORD));
            case "change" -> EventReader.read(ContractJson.read(json, AccountChangeEvent.class, NOT_OF_THE_RECORD));
            default ->
                throw new InvalidEventException(
                        "unknown-type", "type: expected \"login\" or \"change\", found " + found(json) + '.');
        };
    }

    private static JsonNode json(byte[] line) {
        try {
            return JSON.readTree(line);
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

    private static String found(JsonNode json) {
        return json.has(TYPE) ? json.get(TYPE).toString() : "nothing";
    }
}
