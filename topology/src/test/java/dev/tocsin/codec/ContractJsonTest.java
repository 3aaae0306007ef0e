package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.event.Alert;
import dev.tocsin.event.AlertStatus;
import dev.tocsin.event.Evidence;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.event.RecommendedAction;
import dev.tocsin.event.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEAST =
            "\"event_id\":\"e\",\"account_id\":\"a\",\"occurred_at\":\"2026-03-01T12:00:00Z\",\"outcome\":\"FAILED\"";

    @Test
    void the_least_is_enough_and_the_rest_gets_its_default() {
        LoginEvent event = read('{' + LEAST + ",\"type\":\"login\"}");

        assertThat(event.getOutcome()).isEqualTo(LoginOutcome.FAILED);
        assertThat(event.getSegment()).isEqualTo("default");
        assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void a_time_may_be_milliseconds() {
        String line = '{' + LEAST.replace("\"2026-03-01T12:00:00Z\"", "1772366400000") + '}';

        assertThat(read(line).getOccurredAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"outcom\":\"FAILED\" | outcom is no field of LoginEvent",
                "\"source\":{\"ipp\":\"1\"} | source.ipp is no field of Source",
                "\"source\":{\"latitude\":\"north\"} | source.latitude: expected a number, found \"north\"",
                "\"source\":{\"radius_km\":1.5} | source.radius_km: expected a whole number",
                "\"source\":[] | source: expected an object",
                "\"mfa\":\"MAYBE\" | mfa: expected one of [NOT_USED, PASSED, FAILED, UNKNOWN], found \"MAYBE\"",
                "\"segment\":7 | segment: expected text, found 7"
            })
    void a_fault_is_named_with_its_path(String extra, String message) {
        assertThatThrownBy(() -> read('{' + LEAST + ',' + extra + '}'))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageContaining(message);
    }

    @Test
    void what_must_be_there_is_asked_for() {
        assertThatThrownBy(() -> read("{\"event_id\":\"e\"}")).hasMessageContaining("account_id is missing");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("expected an object");
        assertThatThrownBy(() -> read('{' + LEAST.replace("2026-03-01T", "yesterday ") + '}'))
                .hasMessageContaining("occurred_at: expected a time");
        assertThatThrownBy(() -> read('{' + LEAST.replace("2026-03-01T", "+999999999-03-01T") + '}'))
                .hasMessageContaining("occurred_at: expected a time");
    }

    @Test
    void a_record_survives_its_json() {
        Alert alert = Alert.newBuilder()
                .setAlertId("id")
                .setStatus(AlertStatus.RAISED)
                .setAccountId("a")
                .setDetector("new-country")
                .setSeverity(Severity.HIGH)
                .setConfidence(70)
                .setOccurredAt(Instant.parse("2026-03-01T12:00:00Z"))
                .setRaisedAt(Instant.parse("2026-03-01T12:00:01Z"))
                .setLate(true)
                .setTitle("title")
                .setSummary("summary")
                .setOwnerMessage("message")
                .setRecommendedAction(RecommendedAction.STEP_UP)
                .setEvidence(List.of(new Evidence("e", "what", Instant.EPOCH)))
                .setFacts(Map.of())
                .setTechniques(List.of("T1078"))
                .setThresholdsVersion("v")
                .build();

        JsonNode json = ContractJson.write(alert);

        assertThat(json.get("hold_until").isNull()).isTrue();
        assertThat(json.get("severity").textValue()).isEqualTo("HIGH");
        assertThat(json.get("occurred_at").textValue()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(ContractJson.read(
                        ((com.fasterxml.jackson.databind.node.ObjectNode) json).without("facts"),
                        Alert.class,
                        Set.of()))
                .isEqualTo(alert);
    }

    private static LoginEvent read(String line) {
        try {
            return ContractJson.read(JSON.readTree(line), LoginEvent.class, Set.of("type"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
