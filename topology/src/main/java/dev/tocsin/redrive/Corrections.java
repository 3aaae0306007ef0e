package dev.tocsin.redrive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of single letters, one line of JSON each: {@code partition} and {@code offset} of the letter, and what
 * is to be sent instead of it. Fields that a report has beside them are passed over, so that a report can be edited and given back.
 */
public final class Corrections {
    public static final Corrections NONE = new Corrections(Map.of());

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private static final Set<String> FIELDS = Set.of("partition", "offset", "event", "key", "to_partition", "discard");

    private final Map<Place, Correction> byPlace;

    private Corrections(Map<Place, Correction> byPlace) {
        this.byPlace = byPlace;
    }

    /**
     * What is said of one letter; null is "as it was".
     *
     * @param event in the contract's words; its account is the new key
     * @param key of the record
     * @param toPartition of the input topic
     * @param discard why it shall never be sent
     */
    record Correction(
            @Nullable JsonNode event,
            @Nullable String key,
            @Nullable Integer toPartition,
            @Nullable String discard) {
        static final Correction NOTHING = new Correction(null, null, null, null);
    }

    /**
     * Reads a file.
     *
     * @throws RedriveException with the line that is wrong
     */
    public static Corrections read(Path file) {
        Map<Place, Correction> byPlace = new HashMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                String where = file + ", line " + (i + 1) + ": ";
                JsonNode json = parse(lines.get(i), where);
                Place place = new Place((int) number(json, "partition", where), number(json, "offset", where));
                if (byPlace.putIfAbsent(place, correction(json, where)) != null) {
                    throw wrong(where + "a second correction of " + place);
                }
            }
        }
        return new Corrections(byPlace);
    }

    Correction of(Place place) {
        return byPlace.getOrDefault(place, Correction.NOTHING);
    }

    /** Those that are about no letter of these. */
    Set<String> beside(Set<Place> seen) {
        Set<String> beside = new TreeSet<>();
        byPlace.keySet().stream().filter(place -> !seen.contains(place)).forEach(place -> beside.add(place.toString()));
        return beside;
    }

    private static Correction correction(JsonNode json, String where) {
        JsonNode event = json.get("event");
        if (event != null && !event.isNull() && !event.isObject()) {
            throw wrong(where + "event: expected an object");
        }
        JsonNode partition = json.get("to_partition");
        return new Correction(
                event == null || event.isNull() ? null : event,
                text(json, "key", where),
                partition == null || partition.isNull() ? null : (int) number(json, "to_partition", where),
                text(json, "discard", where));
    }

    private static @Nullable String text(JsonNode json, String field, String where) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(where + field + ": expected text");
        }
        return value.textValue();
    }

    private static long number(JsonNode json, String field, String where) {
        JsonNode value = json.get(field);
        if (value == null || !value.isIntegralNumber() || value.longValue() < 0) {
            throw wrong(where + field + ": expected a whole number; each line names partition and offset of a letter");
        }
        return value.longValue();
    }

    private static JsonNode parse(String line, String where) {
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.isObject()) {
                throw wrong(where + "expected an object with partition, offset and one of " + new TreeSet<>(FIELDS));
            }
            return json;
        } catch (JsonProcessingException e) {
            throw wrong(where + "this is not JSON");
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw RedriveException.before(file + ": this is no file of UTF-8 text that can be read", e);
        }
    }

    private static RedriveException wrong(String sentence) {
        return RedriveException.before(sentence, new IllegalArgumentException(sentence));
    }
}
