package dev.tocsin.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.EventJson;
import dev.tocsin.codec.InvalidEventException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns a line of JSON into an event, as it would come off one of the two topics. */
final class EventParser {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final EventJson events;

    EventParser(EventJson events) {
        this.events = events;
    }

    /**
     * Parses a line.
     *
     * @throws InvalidEventException with what is wrong with it
     */
    AccountEvent parse(EventLine line) {
        if (line.isOverlong()) {
            throw new InvalidEventException("overlong-line", "the line is longer than 1 MiB.");
        }
        return events.read(json(line.bytes()));
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
}
