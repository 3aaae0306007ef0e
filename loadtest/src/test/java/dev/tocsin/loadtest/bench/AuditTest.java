package dev.tocsin.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditTest {
    @Test
    void aLostAlertAndAnInventedOne_areTold() {
        assertThatThrownBy(() -> Audit.same("d-500", Set.of("one", "two", "three"), Set.of("two", "three", "four"), 0))
                .isInstanceOf(BenchException.class)
                .hasMessage(
                        "The count is wrong, so the figures mean nothing: d-500 lost 1 and invented 1 of 3 alerts.");
    }

    @Test
    void oneOfAThousand_isTolerated_andTwoAreNot() {
        Set<String> expected =
                IntStream.range(0, 1_000).mapToObj(String::valueOf).collect(Collectors.toSet());
        Set<String> found = new HashSet<>(expected);
        found.remove("1");
        assertThatCode(() -> Audit.same("d-500", expected, found, 1)).doesNotThrowAnyException();
        found.remove("2");
        assertThatThrownBy(() -> Audit.same("d-500", expected, found, 1)).hasMessageContaining("lost 2");
    }

    @Test
    void theSameAlerts_areRight() {
        assertThatCode(() -> Audit.same("d-500", Set.of("one", "two"), Set.of("two", "one"), 0))
                .doesNotThrowAnyException();
    }
}
