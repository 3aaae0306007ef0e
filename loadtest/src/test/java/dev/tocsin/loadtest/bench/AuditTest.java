package dev.tocsin.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditTest {
    @Test
    void aLostAlertAndAnInventedOne_areTold() {
        assertThatThrownBy(() -> Audit.same("d-500", Set.of("one", "two", "three"), Set.of("two", "three", "four")))
                .isInstanceOf(BenchException.class)
                .hasMessage(
                        "The count is wrong, so the figures mean nothing: d-500 lost 1 and invented 1 of 3 alerts.");
    }

    @Test
    void theSameAlerts_areRight() {
        assertThatCode(() -> Audit.same("d-500", Set.of("one", "two"), Set.of("two", "one")))
                .doesNotThrowAnyException();
    }
}
