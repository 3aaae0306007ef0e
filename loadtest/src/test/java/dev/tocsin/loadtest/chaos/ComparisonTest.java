package dev.tocsin.loadtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Instant AT = Instant.parse("2026-03-03T09:00:00Z");
    private static final Position HERE = new Position("tocsin.logins", 1, 17);
    private static final Position THERE = new Position("tocsin.logins", 2, 4);

    private static Verdict verdict(String severity) {
        return new Verdict("user-1", "new-country", severity, AT, List.of("e-1"));
    }

    private static Comparison ofAlerts(Map<String, Verdict> expected, Map<String, Verdict> told) {
        return Comparison.of(expected, told, Map.of(), Map.of());
    }

    private static Comparison ofDeadLetters(Map<Position, Bad> planted, Map<Position, String> dead) {
        return Comparison.of(Map.of(), Map.of(), planted, dead);
    }

    @Test
    void equal_tables_are_exact() {
        Map<String, Verdict> alerts = Map.of("a", verdict("HIGH"));
        Map<Position, Bad> planted = Map.of(HERE, Bad.CUT_OFF);
        assertThat(Comparison.of(alerts, alerts, planted, Map.of(HERE, "truncated"))
                        .isExact())
                .isTrue();
    }

    @Test
    void an_alert_that_does_not_stand_is_lost() {
        Comparison compared = ofAlerts(Map.of("a", verdict("HIGH"), "b", verdict("LOW")), Map.of("a", verdict("HIGH")));
        assertThat(compared.lost()).containsExactly("b");
        assertThat(compared.isExact()).isFalse();
    }

    @Test
    void an_alert_that_should_not_stand_is_invented() {
        Comparison compared = ofAlerts(Map.of(), Map.of("a", verdict("HIGH")));
        assertThat(compared.invented()).containsExactly("a");
        assertThat(compared.isExact()).isFalse();
    }

    @Test
    void an_alert_with_other_content_is_changed() {
        Comparison compared = ofAlerts(Map.of("a", verdict("HIGH")), Map.of("a", verdict("LOW")));
        assertThat(compared.changed()).containsExactly("a");
        assertThat(compared.isExact()).isFalse();
    }

    @Test
    void a_bad_record_without_a_dead_letter_or_with_another_reason_is_missing() {
        assertThat(ofDeadLetters(Map.of(HERE, Bad.NOTHING), Map.of()).missingDeadLetters())
                .containsExactly(HERE);
        assertThat(ofDeadLetters(Map.of(HERE, Bad.NOTHING), Map.of(HERE, "truncated"))
                        .isExact())
                .isFalse();
    }

    @Test
    void a_dead_letter_of_a_good_record_is_invented() {
        Comparison compared = ofDeadLetters(Map.of(HERE, Bad.NOTHING), Map.of(HERE, "no-value", THERE, "no-value"));
        assertThat(compared.inventedDeadLetters()).containsExactly(THERE);
        assertThat(compared.isExact()).isFalse();
    }
}
