package dev.tocsin.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.detection.Evidence;
import dev.tocsin.testing.TestAccount;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertIdTest {
    private static final String ID = AlertId.of("account", "new-city", evidence("a", "b"));

    /** Consumers keep ids; another release must not make others. */
    @Test
    void id_of_a_story_never_changes() {
        assertThat(ID).isEqualTo("495dc40db3bf703903a20221d1fa1e5b");
    }

    @Test
    void order_of_the_events_does_not_matter() {
        assertThat(AlertId.of("account", "new-city", evidence("b", "a"))).isEqualTo(ID);
    }

    @Test
    void part_and_time_of_an_event_do_not_matter() {
        List<Evidence> told = List.of(
                new Evidence("a", "something else", TestAccount.NOW.plusSeconds(9)),
                new Evidence("b", "", TestAccount.NOW));

        assertThat(AlertId.of("account", "new-city", told)).isEqualTo(ID);
    }

    @Test
    void other_account_detector_or_event_makes_another_id() {
        assertThat(Stream.of(
                        AlertId.of("account2", "new-city", evidence("a", "b")),
                        AlertId.of("account", "new-country", evidence("a", "b")),
                        AlertId.of("account", "new-city", evidence("a", "c")),
                        AlertId.of("account", "new-city", evidence("a")),
                        AlertId.of("account", "new-city", evidence("a", "b", "c")),
                        ID))
                .doesNotHaveDuplicates();
    }

    @Test
    void letters_that_move_from_one_part_to_the_next_make_another_id() {
        assertThat(Stream.of(
                        AlertId.of("account", "xy", evidence("a", "b")),
                        AlertId.of("accountx", "y", evidence("a", "b")),
                        AlertId.of("account", "xya", evidence("b")),
                        AlertId.of("account", "xy", evidence("ab")),
                        AlertId.of("account", "x", evidence("ya", "b"))))
                .doesNotHaveDuplicates();
    }

    private static List<Evidence> evidence(String... eventIds) {
        return Stream.of(eventIds)
                .map(id -> new Evidence(id, "login", TestAccount.NOW))
                .toList();
    }
}
