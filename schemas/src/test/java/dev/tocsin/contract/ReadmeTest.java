package dev.tocsin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.event.Alert;
import dev.tocsin.event.LoginEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is true of the contracts as they are. */
class ReadmeTest {
    private static final String README = read(Path.of("README.md"));
    private static final Path SNIPPET = Path.of("src/test/java/dev/tocsin/contract/ReadmeSnippet.java");

    static Stream<JsonNode> examples() {
        return blocks("json").map(ReadmeTest::json);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_is_a_record_of_its_contract(JsonNode example) {
        Contract contract = contractOf(example);
        GenericRecord record = PlainJson.record(contract.current(), withoutType(example));

        assertThat(SpecificData.get().validate(contract.current(), record)).isTrue();
    }

    @Test
    void each_contract_has_an_example_with_every_field() {
        for (Contract contract : Contract.values()) {
            assertThat(examples().filter(example -> contractOf(example) == contract))
                    .as(contract.recordName())
                    .anySatisfy(example -> assertThat(withoutType(example).fieldNames())
                            .toIterable()
                            .containsExactlyElementsOf(fieldNames(contract.current())));
        }
    }

    @Test
    void plain_json_reads_as_the_generated_class() {
        JsonNode login = examples().findFirst().orElseThrow();
        GenericRecord record = PlainJson.record(LoginEvent.getClassSchema(), withoutType(login));

        assertThat(record.get("account_id")).hasToString("seller-4711");
        assertThat(record.get("occurred_at")).isEqualTo(1_795_161_672_480L);
    }

    @ParameterizedTest
    @EnumSource
    void every_field_is_named(Contract contract) {
        assertThat(README).contains(contract.recordName());
        assertThat(fieldNames(contract.current()))
                .allSatisfy(field -> assertThat(README).contains(field));
    }

    @Test
    void fields_that_the_tables_call_required_are_those_without_a_default() {
        assertThat(required(Contract.LOGIN)).containsExactly("event_id", "account_id", "occurred_at", "outcome");
        assertThat(required(Contract.CHANGE)).containsExactly("event_id", "account_id", "occurred_at", "change");
        assertThat(Alert.getClassSchema().getField("suppressed_by").hasDefaultValue())
                .isTrue();
    }

    @Test
    void java_example_compiles() {
        String compiled = read(SNIPPET).replaceAll("\\s", "");

        assertThat(blocks("java").map(block -> block.replaceAll("\\s", "")))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(compiled).contains(block));
    }

    private static List<String> required(Contract contract) {
        return contract.current().getFields().stream()
                .filter(field -> !field.hasDefaultValue())
                .map(Schema.Field::name)
                .toList();
    }

    private static List<String> fieldNames(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).toList();
    }

    private static Contract contractOf(JsonNode example) {
        return switch (example.path("type").asText()) {
            case "login" -> Contract.LOGIN;
            case "change" -> Contract.CHANGE;
            default -> Contract.ALERT;
        };
    }

    private static JsonNode withoutType(JsonNode example) {
        ObjectNode copy = example.deepCopy();
        copy.remove("type");
        return copy;
    }

    private static Stream<String> blocks(String language) {
        return Pattern.compile("(?s)```" + language + "\\n(.*?)```")
                .matcher(README)
                .results()
                .map((MatchResult block) -> block.group(1));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
