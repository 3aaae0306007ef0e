package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the settings of all detectors have in common: memory keeps alerts for a week, so no cooldown is longer. */
class DetectorSettingsTest {
    private static final Duration WEEK = Duration.ofDays(7);

    static List<DetectorCatalog.Item<?>> items() {
        return DetectorCatalog.items();
    }

    @ParameterizedTest
    @MethodSource("items")
    void cooldown_between_nothing_and_a_week_is_accepted(DetectorCatalog.Item<?> item) throws Exception {
        assertThat(with(item, Duration.ZERO).cooldown()).isZero();
        assertThat(with(item, WEEK).cooldown()).isEqualTo(WEEK);
    }

    @ParameterizedTest
    @MethodSource("items")
    void cooldown_below_nothing_or_above_a_week_is_refused(DetectorCatalog.Item<?> item) {
        for (Duration wrong : List.of(Duration.ofMillis(-1), WEEK.plusMillis(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(item, wrong))
                    .withMessage("cooldown must be between 0 and 7 d");
        }
    }

    private static DetectorSettings with(DetectorCatalog.Item<?> item, Duration cooldown) throws Exception {
        RecordComponent[] components = item.settingsType().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            components[i].getAccessor().setAccessible(true);
            boolean isCooldown = components[i].getName().equals("cooldown");
            values[i] = isCooldown ? cooldown : components[i].getAccessor().invoke(item.defaults());
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return make(item.settingsType().getDeclaredConstructor(types), values);
    }

    private static DetectorSettings make(Constructor<? extends DetectorSettings> constructor, Object[] values)
            throws Exception {
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw thrown;
        }
    }
}
