package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer a registry can give ends in the right one of three exceptions, for each call. */
class RegistryAnswersTest {
    private static final String SCHEMA = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}";

    private final FakeRegistry fake = FakeRegistry.start();
    private final SchemaRegistry registry = connect(fake.url());

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void registers_looks_up_and_resolves_a_schema() {
        int id = registry.register("topic-value", SCHEMA);

        assertThat(registry.idOf("topic-value", SCHEMA)).isEqualTo(id);
        assertThat(registry.schemaById(id)).isEqualTo(SCHEMA);
        assertThatCode(registry::check).doesNotThrowAnyException();
        assertThat(fake.paths()).contains("/schemas/ids/" + id, "/schemas/types");
    }

    @Test
    void schema_is_found_under_another_spelling_and_not_registered_twice() {
        int id = registry.register("topic-value", SCHEMA.replace(":", " : "));

        assertThat(registry.idOf("topic-value", SCHEMA)).isEqualTo(id);
        assertThat(registry.register("topic-value", SCHEMA)).isEqualTo(id);
        assertThat(fake.paths())
                .filteredOn("/subjects/topic-value/versions"::equals)
                .hasSize(1);
    }

    @Test
    void own_not_found_code_is_not_found() {
        assertThatThrownBy(() -> registry.schemaById(77))
                .isInstanceOf(SchemaNotFoundException.class)
                .hasMessageContaining("schema id 77")
                .hasMessageContaining("404");
        assertThatThrownBy(() -> registry.idOf("nobody-value", SCHEMA)).isInstanceOf(SchemaNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {40401, 40402, 40403})
    void every_not_found_code_is_not_found(int code) {
        fake.answerAll(404, "{\"error_code\":" + code + ",\"message\":\"not found\"}");

        assertThatThrownBy(() -> registry.schemaById(7)).isInstanceOf(SchemaNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Not Found</body></html>",
                "",
                "{}",
                "[]",
                "{\"message\":\"no route\"}",
                "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}",
                "{\"error_code\":40400,\"message\":\"?\"}"
            })
    void not_found_page_of_someone_else_is_unavailable(String body) {
        fake.answerAll(404, body);

        assertUnavailable("404", RegistrySettings.URL);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 429, 500, 502, 503, 504})
    void refusal_for_now_is_unavailable(int status) {
        fake.answerAll(status, "{\"error_code\":50001,\"message\":\"Error in the backend\"}");

        assertUnavailable("refused: " + status, "Error in the backend");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refusal_of_credentials_is_unavailable_and_says_where_they_are_set(int status) {
        fake.answerAll(status, "");

        assertUnavailable("refused: " + status, "schema.registry.basic.auth");
    }

    @ParameterizedTest
    @CsvSource({"409,40901,add fields with a default", "409,409,rename", "422,42201,complete in itself"})
    void refusal_of_the_schema_says_what_to_do(int status, int code, String advice) {
        fake.answerAll(status, "{\"error_code\":" + code + ",\"message\":\"Schema being registered is incompatible\"}");

        assertThatThrownBy(() -> registry.register("topic-value", SCHEMA))
                .isInstanceOf(SchemaRejectedException.class)
                .hasMessageContaining("incompatible")
                .hasMessageContaining(advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Sign in</html>", "{", "[]", "{}", "null", "{\"schema\":null,\"id\":null}"})
    void malformed_answer_is_unavailable(String body) {
        fake.answerAll(200, body);

        assertThatThrownBy(() -> registry.schemaById(7)).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> registry.register("t-value", SCHEMA)).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> registry.idOf("t-value", SCHEMA)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void empty_answer_is_unavailable() {
        fake.answerAll(204, "");

        assertUnavailable("malformed answer");
    }

    @Test
    void dropped_connection_is_unavailable() {
        fake.closeConnections();

        assertUnavailable("Check that it runs");
    }

    @Test
    void refused_connection_is_unavailable() {
        fake.close();

        assertUnavailable("Check that it runs");
    }

    @Test
    void unknown_host_is_unavailable() {
        assertThatThrownBy(() -> connect("http://registry.invalid:8081").schemaById(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("registry.invalid");
    }

    @Test
    @Timeout(10)
    void hanging_registry_is_unavailable_within_the_read_timeout() {
        fake.hang();
        long start = System.nanoTime();

        assertUnavailable("SocketTimeoutException");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void second_address_answers_when_the_first_is_away() {
        try (FakeRegistry away = FakeRegistry.start()) {
            away.closeConnections();
            SchemaRegistry both = connect(away.url() + " , " + fake.url());

            for (int i = 0; i < 5; i++) {
                assertThatCode(both::check).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void password_in_the_address_is_not_shown() {
        fake.answerAll(500, "");
        SchemaRegistry secret = connect(fake.url().replace("//", "//user:geheim@"));

        assertThatThrownBy(secret::check)
                .isInstanceOf(RegistryUnavailableException.class)
                .message()
                .doesNotContain("geheim");
    }

    @Test
    void references_are_inlined() {
        String inner = "{\\\"type\\\":\\\"enum\\\",\\\"name\\\":\\\"E\\\",\\\"symbols\\\":[\\\"A\\\"]}";
        fake.fix("/subjects/e/versions/3", "{\"subject\":\"e\",\"version\":3,\"id\":8,\"schema\":\"" + inner + "\"}");
        fake.fix(
                "/schemas/ids/9",
                "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"R\\\",\\\"fields\\\":[{\\\"name\\\":\\\"e\\\","
                        + "\\\"type\\\":\\\"E\\\"}]}\",\"references\":[{\"name\":\"E\",\"subject\":\"e\",\"version\":3}]}");

        assertThat(registry.schemaById(9)).contains("\"symbols\":[\"A\"]");
    }

    @Test
    void schema_of_another_kind_comes_back_as_it_is() {
        fake.fix("/schemas/ids/9", "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\"}");

        assertThat(registry.schemaById(9)).isEqualTo("syntax = \"proto3\";");
    }

    private void assertUnavailable(String... words) {
        assertThatThrownBy(() -> registry.schemaById(7)).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> registry.idOf("t-value", SCHEMA)).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> registry.register("t-value", SCHEMA)).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(registry::check)
                .isInstanceOf(RegistryUnavailableException.class)
                .message()
                .containsIgnoringCase("schema registry")
                .contains(words);
    }

    private static SchemaRegistry connect(String url) {
        return SchemaRegistry.connect(Map.of("schema.registry.url", url, "schema.registry.http.read.timeout.ms", 400));
    }
}
