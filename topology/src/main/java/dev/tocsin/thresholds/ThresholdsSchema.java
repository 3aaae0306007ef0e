package dev.tocsin.thresholds;

import dev.tocsin.alerting.Learning;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.detection.Severity;
import dev.tocsin.yaml.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The thresholds document as a JSON Schema, by which editors complete keys and mark faults while they are typed.
 *
 * <p>Made from the settings records and the shipped document, so it knows what they know: keys, units, defaults and the reason
 * for each. Ranges, and what follows from several keys together, only validation knows.
 */
public final class ThresholdsSchema {
    /** Draft 7 is the newest that editors' YAML support has in full. */
    private static final String DIALECT = "http://json-schema.org/draft-07/schema#";

    /** What stands at the top of the document and in each segment. */
    private static final List<String> TUNINGS = List.of("mode", "learning", "detectors");

    private static final Map<Value<?>, Map<String, Object>> TYPES = Map.of(
            Value.DURATION, text("^\\d{1,9} ?(ms|s|min|h|d)$"),
            Value.SPEED, text("^\\d{1,9}(\\.\\d{1,6})? ?km/h$"),
            Value.DISTANCE, text("^\\d{1,9}(\\.\\d{1,6})? ?km$"),
            Value.NUMBER, Map.of("type", "number"),
            Value.COUNT, Map.of("type", "integer"));

    private static final Map<String, Object> SEVERITY =
            oneOf(Arrays.stream(Severity.values()).map(Severity::name).toList());

    private final Map<String, String> comments = ShippedComments.read(Thresholds.shippedDocument());

    private ThresholdsSchema() {}

    /** Maps, lists, text and numbers, as JSON has them. */
    public static Map<String, Object> schema() {
        return new ThresholdsSchema().document();
    }

    private Map<String, Object> document() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("version", described("version", Map.of("type", "string", "maxLength", ThresholdsReader.MAX_VERSION)));
        keys.put("effective_from", described("effective_from", text("^\\d{4}-\\d\\d-\\d\\dT.+$")));
        TUNINGS.forEach(key -> keys.put(key, reference(key)));
        keys.put("segments", described("segments", map(segment())));
        keys.put("allowlists", described("allowlists", allowlists()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", DIALECT);
        document.put("title", "How Tocsin is tuned");
        document.putAll(object(keys));
        document.put("definitions", tunings());
        return document;
    }

    private Map<String, Object> tunings() {
        Map<String, Object> detectors = new LinkedHashMap<>();
        DetectorCatalog.items()
                .forEach(item -> detectors.put(item.id(), described("detectors." + item.id(), object(detector(item)))));
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("mode", described("mode", mode()));
        keys.put("learning", described("learning", object(settings("learning", Learning.class, Learning.DEFAULTS))));
        keys.put("detectors", object(detectors));
        return keys;
    }

    private Map<String, Object> detector(DetectorCatalog.Item<?> item) {
        Map<String, Object> severities = new LinkedHashMap<>();
        Arrays.stream(Severity.values()).forEach(severity -> severities.put(severity.name(), SEVERITY));
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("enabled", Map.of("type", "boolean"));
        keys.put("mode", mode());
        keys.put("severity", object(severities));
        keys.putAll(settings("detectors." + item.id(), item.settingsType(), item.defaults()));
        return keys;
    }

    private Map<String, Object> settings(String path, Class<?> record, Object defaults) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (Setting setting : Setting.of(record)) {
            Map<String, Object> type = Objects.requireNonNull(TYPES.get(setting.value()), "no type for " + setting);
            Map<String, Object> key = new LinkedHashMap<>(described(path + '.' + setting.key(), type));
            boolean isText = "string".equals(type.get("type"));
            key.put("default", isText ? setting.text(defaults) : setting.get(defaults));
            keys.put(setting.key(), key);
        }
        return keys;
    }

    private static Map<String, Object> segment() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("accounts", list(Map.of("type", List.of("string", "integer"))));
        TUNINGS.forEach(key -> keys.put(key, reference(key)));
        return object(keys);
    }

    private static Map<String, Object> reference(String key) {
        return Map.of("$ref", "#/definitions/" + key);
    }

    private static Map<String, Object> allowlists() {
        Map<String, Object> lists = new LinkedHashMap<>();
        lists.put("networks", list(entry("cidr", text("^[0-9A-Fa-f.:]+/\\d{1,3}$"))));
        lists.put("accounts", list(entry("account", Map.of("type", List.of("string", "integer")))));
        lists.put("country-pairs", list(entry("countries", text("^[A-Z]{2}-[A-Z]{2}$"))));
        return object(lists);
    }

    private static Map<String, Object> entry(String key, Map<String, Object> type) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(key, type);
        keys.put("reason", Map.of("type", "string", "minLength", 1, "maxLength", AllowlistReader.MAX_REASON));
        keys.put("expires", text("^\\d{4}-\\d\\d-\\d\\d(T.+)?$"));
        Map<String, Object> entry = new LinkedHashMap<>(object(keys));
        entry.put("required", List.of(key, "reason"));
        return entry;
    }

    private Map<String, Object> described(String path, Map<String, Object> type) {
        Map<String, Object> key = new LinkedHashMap<>();
        if (comments.containsKey(path)) {
            key.put("description", comments.get(path));
        }
        key.putAll(type);
        return key;
    }

    private static Map<String, Object> mode() {
        return oneOf(TuningsReader.MODES);
    }

    private static Map<String, Object> oneOf(List<String> words) {
        return Map.of("enum", words);
    }

    private static Map<String, Object> text(String pattern) {
        return sorted("type", "string", "pattern", pattern);
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return sorted("type", orNothing("array"), "items", items);
    }

    private static Map<String, Object> map(Map<String, Object> values) {
        return sorted("type", orNothing("object"), "additionalProperties", values);
    }

    private static Map<String, Object> object(Map<String, Object> keys) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", orNothing("object"));
        object.put("additionalProperties", false);
        object.put("properties", keys);
        return object;
    }

    /** A key that holds nothing counts as not given. */
    private static List<String> orNothing(String type) {
        return List.of(type, "null");
    }

    private static Map<String, Object> sorted(String key, Object value, String otherKey, Object otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(otherKey, otherValue);
        return map;
    }
}
