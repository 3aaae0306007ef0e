package dev.tocsin.thresholds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for editors accepts what we accept, and knows the faults that a schema can know. */
class ThresholdsSchemaTest {
    private static final Path PUBLISHED = Path.of("src/main/resources/dev/tocsin/thresholds/thresholds.schema.json");
    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(JSON.valueToTree(ThresholdsSchema.schema()));

    /** After a change of a settings record: {@code deploy/tocsin thresholds schema > ...} */
    @Test
    void published_schema_is_what_the_records_say_now() throws IOException {
        assertThat(JSON.readTree(Files.readString(PUBLISHED)))
                .isEqualTo(JSON.readTree(JSON.writeValueAsString(ThresholdsSchema.schema())));
    }

    @Test
    void shipped_document_fits_and_so_do_its_examples() throws IOException {
        assertThat(faults(Thresholds.shippedDocument())).isEmpty();
        assertThat(faults(withExamples())).isEmpty();
        assertThat(Thresholds.parse("with its examples", withExamples()).segments())
                .containsOnlyKeys("sellers", "pilot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: spring",
                "learning:",
                "effective_from: 2026-12-01T00:00:00+01:00",
                "detectors: { impossible-travel: { max-speed: 900km/h, min-distance: 500.5 km } }",
                "detectors: { login-velocity-spike: { deviations: 6.5 } }",
                "segments: { pilot: { accounts: [ 4711, seller-1 ], mode: shadow } }",
                "allowlists: { networks: [ { cidr: '2001:db8::/32', reason: r, expires: 2099-12-31 } ] }"
            })
    void document_that_is_accepted_fits(String text) throws IOException {
        assertThat(Thresholds.parse("my.yaml", text)).isNotNull();
        assertThat(faults(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lerning: {}",
                "mode: dark",
                "effective_from: tomorrow",
                "detectors: { new-contry: {} }",
                "detectors: { new-country: { enabled: perhaps } }",
                "detectors: { new-country: { cooldown: 24 } }",
                "detectors: { new-country: { cooldown: 24 hours } }",
                "detectors: { new-country: { severity: { HIGH: SEVERE } } }",
                "detectors: { impossible-travel: { max-speed: 900 mph } }",
                "detectors: { failed-burst: { failures: many } }",
                "segments: { sellers: { max-speed: 900 km/h } }",
                "allowlists: { networks: [ { cidr: office, reason: r } ] }",
                "allowlists: { accounts: [ { account: a } ] }",
                "allowlists: { country-pairs: [ { countries: de-at, reason: r } ] }"
            })
    void fault_that_a_schema_can_know_is_marked(String text) throws IOException {
        assertThat(faults(text)).isNotEmpty();
    }

    @Test
    void every_setting_has_a_description_and_its_default() {
        JsonNode detectors = JSON.valueToTree(ThresholdsSchema.schema()).at("/definitions/detectors/properties");

        assertThat(detectors.at("/failed-burst/description").asText()).isEqualTo("Many failed logins within minutes.");
        assertThat(detectors.at("/failed-burst/properties/failures/default").asInt())
                .isEqualTo(10);
        assertThat(detectors
                        .at("/impossible-travel/properties/max-speed/default")
                        .asText())
                .isEqualTo("900 km/h");
        detectors.forEach(detector -> detector.path("properties").properties().stream()
                .filter(key -> !Set.of("enabled", "mode", "severity").contains(key.getKey()))
                .forEach(key -> assertThat(
                                key.getValue().has("default") && key.getValue().has("description"))
                        .as(key.getKey())
                        .isTrue()));
    }

    private static Set<String> faults(String yaml) throws IOException {
        return SCHEMA.validate(YAML.readTree(yaml)).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }

    /** The shipped document with its commented blocks in the place of the empty ones. */
    private static String withExamples() {
        String shipped =
                Thresholds.shippedDocument().replace("segments: {}", "").replace("allowlists: {}", "");
        String examples = Pattern.compile("(?m)^# (segments|allowlists):\\n(# .*\\n?)+")
                .matcher(shipped)
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("(?m)^# ", ""))
                .collect(Collectors.joining("\n"));
        return shipped + examples;
    }
}
