package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Mark;
import dev.tocsin.account.Timeline;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorCatalogTest {
    /** Sequences that end in another payout destination; the payout to it has to weigh more after them. */
    private static final String[] BEFORE_THE_MONEY_LEAVES = {
        "contact-change-then-payout", "dormant-then-payout", "mfa-disabled-then-payout", "mfa-enrolled-then-payout",
        "new-device-then-payout", "notifications-off-then-payout", "password-change-then-payout",
                "reset-then-payout-change"
    };

    static List<DetectorCatalog.Item<?>> items() {
        return DetectorCatalog.items();
    }

    @Test
    void items_are_sorted_by_id_and_none_is_there_twice() {
        List<String> ids = items().stream().map(DetectorCatalog.Item::id).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void no_event_can_leave_more_marks_than_the_timeline_reckons_with(boolean logins) {
        assertThat(items())
                .filteredOn(item -> item.profile().watches().includes(logins))
                .hasSizeLessThanOrEqualTo(Timeline.MAX_MARKS_OF_ONE_EVENT);
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

        assertThat(DeclaredIn.classOf(item).getSimpleName())
                .isEqualTo(DeclaredIn.camel(item.id()) + (detector instanceof SequenceDetector ? "" : "Detector"));
        assertThat(detector.id()).isEqualTo(item.id());
        assertThat(detector.profile()).isSameAs(item.profile());
        assertThat(detector.cooldown()).isEqualTo(item.defaults().cooldown());
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void sequence_is_declared_in_the_class_that_its_id_names(DetectorCatalog.Item<?> item) throws Exception {
        Field declared = DeclaredIn.classOf(item).getDeclaredField("SEQUENCE");
        declared.setAccessible(true);

        assertThat(((Sequence) declared.get(null)).profile()).isSameAs(item.profile());
    }

    static List<DetectorCatalog.Item<?>> sequences() {
        return items().stream()
                .filter(item -> SequenceSettings.class.isAssignableFrom(item.settingsType()))
                .toList();
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

    /** Else nothing could ever complete its story. */
    @ParameterizedTest
    @MethodSource("items")
    void detector_watches_the_event_that_ends_its_drill(DetectorCatalog.Item<?> item) {
        List<AccountEvent> drill = item.withSettings(item.defaults()).drill();
        boolean endsWithLogin = drill.get(drill.size() - 1).fold(login -> true, change -> false);

        assertThat(item.profile().watches().includes(endsWithLogin)).isTrue();
    }

    @Test
    void trails_are_left_by_those_that_the_sequences_follow() {
        assertThat(leaving(Mark.Trail.STRANGE_PLACE))
                .containsExactly("impossible-travel", "new-context", "new-country");
        assertThat(leaving(Mark.Trail.GUESSING))
                .containsExactly("burst-then-success", "failed-burst", "mfa-fatigue-accepted");
        List<String> sequences =
                sequences().stream().map(DetectorCatalog.Item::id).toList();
        assertThat(leaving(Mark.Trail.SEQUENCE)).isSubsetOf(sequences).contains(BEFORE_THE_MONEY_LEAVES);
    }

    @Test
    void only_two_cannot_do_without_the_alerts_of_others() {
        assertThat(items().stream().map(DetectorCatalog.Item::profile))
                .filteredOn(profile -> profile.follows() != Mark.Trail.NONE)
                .extracting(Profile::id, Profile::follows)
                .containsExactly(
                        tuple("brute-then-change", Mark.Trail.GUESSING),
                        tuple("new-location-then-sensitive", Mark.Trail.STRANGE_PLACE));
    }

    private static List<String> leaving(Mark.Trail trail) {
        return items().stream()
                .map(DetectorCatalog.Item::profile)
                .filter(profile -> profile.trail() == trail)
                .map(Profile::id)
                .toList();
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
    void default_cooldown_is_a_day_for_novelty_and_an_hour_for_volume(DetectorCatalog.Item<?> item) {
        Duration cooldown = item.defaults().cooldown();

        switch (item.profile().kind()) {
            case NOVELTY -> assertThat(cooldown).isEqualTo(Duration.ofHours(24));
            case VOLUME -> assertThat(cooldown).isEqualTo(Duration.ofHours(1));
            case SEQUENCE -> assertThat(cooldown).isGreaterThanOrEqualTo(Duration.ofHours(24));
        }
    }

    /** One incident for one first event: inside the window nothing less severe is told twice. */
    @ParameterizedTest
    @MethodSource("sequences")
    void default_cooldown_of_a_sequence_outlasts_its_window(DetectorCatalog.Item<?> item) {
        SequenceSettings settings = (SequenceSettings) item.defaults();
        boolean isLockout = item.id().equals("owner-lockout"); // an hour's story, a day's incident

        assertThat(settings.cooldown()).isEqualTo(isLockout ? Duration.ofDays(1) : settings.window());
    }
}
