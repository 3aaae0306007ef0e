package dev.tocsin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What text is read as which value, and what is refused. */
class ValueTest {
    static List<Arguments> accepted() {
        return List.of(
                Arguments.of(Value.DURATION, "24 h", Duration.ofHours(24)),
                Arguments.of(Value.DURATION, "30 s", Duration.ofSeconds(30)),
                Arguments.of(Value.DURATION, "10 min", Duration.ofMinutes(10)),
                Arguments.of(Value.DURATION, "7 d", Duration.ofDays(7)),
                Arguments.of(Value.DURATION, "250 ms", Duration.ofMillis(250)),
                Arguments.of(Value.DURATION, "5min", Duration.ofMinutes(5)),
                Arguments.of(Value.DURATION, "0 s", Duration.ZERO),
                Arguments.of(Value.SPEED, "900 km/h", 900.0),
                Arguments.of(Value.SPEED, "0.5km/h", 0.5),
                Arguments.of(Value.DISTANCE, "500 km", 500.0),
                Arguments.of(Value.COUNT, "-3", -3),
                Arguments.of(Value.NUMBER, "6", 6.0),
                Arguments.of(Value.NUMBER, "-6.25", -6.25),
                Arguments.of(Value.YES_OR_NO, "true", true),
                Arguments.of(Value.MOMENT, "9999-12-31T23:59:59Z", Instant.parse("9999-12-31T23:59:59Z")),
                Arguments.of(Value.LAST_DAY, "9999-12-31", Instant.parse("+10000-01-01T00:00:00Z")),
                Arguments.of(Value.SIZE, "512 MiB", 512L << 20),
                Arguments.of(Value.SIZE, "2GiB", 2L << 30),
                Arguments.of(Value.TEXT, " a b ", "a b"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void value_is_read_with_its_unit(Value<?> value, String text, Object meaning) {
        assertThat(value.reader().apply(text))
                .hasValueSatisfying(read -> assertThat((Object) read).isEqualTo(meaning));
    }

    static List<Arguments> refused() {
        return List.of(
                Arguments.of(Value.DURATION, List.of("24", "h", "24 hours", "1.5 h", "-1 h", "24 H", "PT24H", "")),
                Arguments.of(
                        Value.SPEED, List.of("fast", "900", "900 km", "560 mph", "900 kmh", "-1 km/h", "1e3 km/h")),
                Arguments.of(Value.DISTANCE, List.of("500", "500 km/h", "310 mi", "500 m", "1,000 km")),
                Arguments.of(Value.COUNT, List.of("3.0", "0x10", "1_000", "9999999999", "three", "")),
                Arguments.of(Value.NUMBER, List.of("NaN", "Infinity", "1e9", ".5", "6 km")),
                Arguments.of(Value.YES_OR_NO, List.of("yes", "on", "True", "1")),
                Arguments.of(Value.MOMENT, List.of("2026-12-01", "+10000-01-01T00:00:00Z", "-0001-12-31T00:00:00Z")),
                Arguments.of(Value.LAST_DAY, List.of("soon", "+999999999-12-31", "-999999999-01-01", "2026-02-30")),
                Arguments.of(Value.SIZE, List.of("512", "512 MB", "1.5 GiB", "-1 GiB", "512m", "1 TiB")),
                Arguments.of(Value.TEXT, List.of("", "  ")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void other_text_is_no_such_value(Value<?> value, List<String> texts) {
        assertThat(texts)
                .allSatisfy(text -> assertThat(value.reader().apply(text)).isEmpty());
    }
}
