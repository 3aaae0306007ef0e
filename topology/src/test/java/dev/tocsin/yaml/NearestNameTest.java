package dev.tocsin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which name a typing error is taken for. */
class NearestNameTest {
    private static final List<String> NAMES = List.of("cooldown", "max-speed", "min-distance", "min-elapsed");

    @ParameterizedTest
    @CsvSource({
        "max-sped, max-speed",
        "maxSpeed, max-speed",
        "MAX_SPEED, max-speed",
        "max-speed-kmh, max-speed",
        "cooldwon, cooldown",
        "cool-down, cooldown",
        "min-elapse, min-elapsed",
        "distance, min-distance"
    })
    void nearest_name_is_found(String typed, String meant) {
        assertThat(NearestName.to(typed, NAMES)).hasValue(meant);
    }

    @Test
    void name_that_resembles_none_has_no_nearest() {
        assertThat(NearestName.to("colour", List.of("window"))).isEmpty();
        assertThat(NearestName.to("x", NAMES)).isEmpty();
        assertThat(NearestName.to("x", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, 0",
        "abc, abd, 1",
        "abc, ab, 1",
        "abc, acb, 1",
        "abc, xyz, 3",
        "'', abc, 3",
        "kitten, sitting, 3"
    })
    void every_typing_error_counts_once(String one, String other, int errors) {
        assertThat(NearestName.distance(one, other)).isEqualTo(errors);
    }
}
