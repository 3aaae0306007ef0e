package dev.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.config.AccessTokens;
import dev.tocsin.config.Http;
import dev.tocsin.testing.Heard;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each look at an account leaves one line that says who looked. */
class AuditLogTest {
    private static final Http GUARDED = Serving.guarded(Serving.TOKENS, null);

    private final Heard audit = Heard.of(AuditLog.LOGGER, Level.INFO);
    private final Asked anna = Asked.plainly().withToken(Serving.ANNA);

    @AfterEach
    void stopListening() {
        audit.close();
    }

    @Test
    void look_up_tells_who_saw_which_account_from_where_when_and_with_what_result() throws Exception {
        Instant before = Instant.now();
        try (HttpServer server = Serving.start(GUARDED)) {
            anna.get(server, "/accounts/account-1");
        }

        JsonNode line = lines().get(0);
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly("what", "at", "from", "status", "who", "proof", "account", "forwarded");
        assertThat(line.get("what").asText()).isEqualTo("look-up");
        assertThat(line.get("who").asText()).isEqualTo("anna");
        assertThat(line.get("proof").asText()).isEqualTo("token");
        assertThat(line.get("account").asText()).isEqualTo("account-1");
        assertThat(line.get("from").asText()).isEqualTo("127.0.0.1");
        assertThat(line.get("status").asInt()).isEqualTo(200);
        assertThat(line.get("forwarded").asBoolean()).isFalse();
        assertThat(Instant.parse(line.get("at").asText())).isBetween(before, Instant.now());
        assertThat(lines()).hasSize(1);
    }

    @Test
    void looks_that_find_nothing_explanations_and_mere_heads_are_written_down_too() throws Exception {
        try (HttpServer server = Serving.start(GUARDED)) {
            anna.get(server, "/accounts/nobody");
            anna.get(server, "/accounts/account-1/explain?event=e%201");
            anna.ask("HEAD", server, "/accounts/account-1");
        }

        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0).get("status").asInt()).isEqualTo(404);
        assertThat(lines().get(1).get("event").asText()).isEqualTo("e 1");
        assertThat(lines().get(2).get("account").asText()).isEqualTo("account-1");
    }

    @Test
    void what_is_no_look_at_an_account_is_not_written_down() throws Exception {
        try (HttpServer server = Serving.start(GUARDED)) {
            anna.get(server, "/metrics");
            anna.get(server, "/thresholds");
            anna.get(server, "/health/ready");
        }

        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void an_account_id_cannot_forge_a_line() throws Exception {
        try (HttpServer server = Serving.start(GUARDED)) {
            anna.get(server, "/accounts/x%22,%22who%22:%22bob%0A%7B%22who%22:%22eve%22%7D%E2%80%A8%1B%5B2J");
        }

        assertThat(audit.lines())
                .singleElement()
                .satisfies(line -> assertThat(line).isPrintable().matches("\\p{ASCII}+"));
        assertThat(lines().get(0).get("who").asText()).isEqualTo("anna");
        assertThat(lines().get(0).get("account").asText())
                .isEqualTo("x\",\"who\":\"bob\n{\"who\":\"eve\"}\u2028\u001b[2J");
    }

    @Test
    void a_forwarded_look_up_is_written_down_at_both_instances_under_the_name_of_who_asked() throws Exception {
        try (HttpServer owner = Serving.start(GUARDED);
                HttpServer asked = Serving.before(owner, GUARDED)) {
            assertThat(anna.get(asked, "/accounts/account-1").statusCode()).isEqualTo(200);
        }

        assertThat(lines())
                .extracting(line ->
                        line.get("who").asText() + ' ' + line.get("forwarded").asBoolean())
                .containsExactly("anna true", "anna false");
    }

    @Test
    void an_open_instance_writes_down_that_it_cannot_know_who() throws Exception {
        try (HttpServer server = Serving.start(Serving.guarded(AccessTokens.NONE, null))) {
            Asked.plainly().get(server, "/accounts/account-1");
        }

        assertThat(lines().get(0).get("who").asText()).isEqualTo("anybody");
        assertThat(lines().get(0).get("proof").asText()).isEqualTo("none");
    }

    @Test
    void a_failure_while_looking_is_written_down_as_one() throws Exception {
        try (HttpServer server = Serving.start(GUARDED, account -> {
            throw new IllegalStateException("a bug");
        })) {
            assertThat(anna.get(server, "/accounts/account-1").statusCode()).isEqualTo(500);
        }

        assertThat(lines().get(0).get("status").asInt()).isEqualTo(500);
    }

    private List<JsonNode> lines() {
        return audit.lines().stream().map(AuditLogTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
