package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorCatalogTest {
    static List<DetectorCatalog.Item<?>> items() {
        return DetectorCatalog.items();
    }

    @Test
    void items_are_sorted_by_id_and_none_is_there_twice() {
        List<String> ids = items().stream().map(DetectorCatalog.Item::id).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("items")
    void item_is_found_by_its_id(DetectorCatalog.Item<?> item) {
        assertThat(DetectorCatalog.find(item.id())).contains(item);
    }

    @Test
    void unknown_id_is_not_found() {
        assertThat(DetectorCatalog.find("new-planet")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("items")
    void item_makes_the_detector_that_its_id_names(DetectorCatalog.Item<?> item) {
        Detector detector = item.withSettings(item.defaults());

        assertThat(kebab(detector.getClass().getSimpleName())).isEqualTo(item.id() + "-detector");
        assertThat(detector.id()).isEqualTo(item.id());
        assertThat(detector.profile()).isSameAs(item.profile());
        assertThat(detector.cooldown()).isEqualTo(item.defaults().cooldown());
    }

    @ParameterizedTest
    @MethodSource("items")
    void profile_is_complete(DetectorCatalog.Item<?> item) {
        assertThat(item.profile().techniques()).isNotEmpty().allMatch(id -> id.matches("T\\d{4}(\\.\\d{3})?"));
        assertThat(item.profile().factKeys())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z]+(_[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("items")
    void settings_of_another_detector_are_refused(DetectorCatalog.Item<?> item) {
        record Foreign(Duration cooldown) implements DetectorSettings {}

        assertThatExceptionOfType(ClassCastException.class)
                .isThrownBy(() -> item.withSettings(new Foreign(Duration.ZERO)));
    }

    @ParameterizedTest
    @MethodSource("items")
    void default_cooldown_is_what_the_catalogue_says_of_its_kind(DetectorCatalog.Item<?> item) {
        Duration expected =
                switch (item.profile().kind()) {
                    case NOVELTY -> Duration.ofHours(24);
                    case VOLUME -> Duration.ofHours(1);
                    case SEQUENCE -> Duration.ofDays(3);
                };

        assertThat(item.defaults().cooldown()).isEqualTo(expected);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
