package dev.tocsin.thresholds;

import static dev.tocsin.thresholds.Published.START;
import static dev.tocsin.thresholds.Published.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.testing.LoginBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the published versions is in force when. */
class TimetableTest {
    private final Published topic = new Published();

    private static String from(int second, String version) {
        return "effective_from: " + START.plusSeconds(second) + '\n' + document(version, 5);
    }

    private String inForceAt(int second) {
        return topic.log()
                .inForceAt(START.plusSeconds(second))
                .map(PublishedVersion::version)
                .orElse("base");
    }

    @ParameterizedTest
    @CsvSource({"3, 5", "5, 5", "6, 6", "3600, 3600", "-3600, 5"})
    void takes_effect_at_its_time_or_five_seconds_after_its_record_whichever_is_later(int wanted, int since) {
        topic.publish(0, "a", from(wanted, "a"));

        assertThat(inForceAt(since - 1)).isEqualTo("base");
        assertThat(inForceAt(since)).isEqualTo("a");
    }

    @Test
    void waiting_version_takes_over_at_its_time() {
        topic.publish(0, "a", document("a", 5)).publish(1, "b", from(100, "b"));

        assertThat(List.of(inForceAt(4), inForceAt(5), inForceAt(99), inForceAt(100)))
                .containsExactly("base", "a", "a", "b");
    }

    @Test
    void version_published_later_replaces_one_that_still_waits() {
        topic.publish(0, "a", document("a", 5))
                .publish(1, "b", from(100, "b"))
                .publish(50, "back", document("back", 5));

        assertThat(List.of(inForceAt(54), inForceAt(55), inForceAt(100), inForceAt(1_000)))
                .containsExactly("a", "back", "back", "back");
        assertThat(topic.log().timetable())
                .extracting(PublishedVersion::version)
                .containsExactly("back", "a");
    }

    @Test
    void two_that_wait_follow_each_other_in_the_order_of_publication() {
        topic.publish(0, "b", from(100, "b")).publish(1, "c", from(200, "c"));

        assertThat(List.of(inForceAt(99), inForceAt(100), inForceAt(199), inForceAt(200)))
                .containsExactly("base", "b", "b", "c");
    }

    @Test
    void of_two_for_the_same_time_the_later_publication_wins() {
        topic.publish(0, "b", from(100, "b")).publish(1, "c", from(100, "c"));

        assertThat(inForceAt(100)).isEqualTo("c");
    }

    @Test
    void broker_whose_clock_goes_back_takes_nothing_back() {
        topic.publish(60, "a", document("a", 5)).publish(0, "b", document("b", 6));

        assertThat(topic.log().newest()).map(PublishedVersion::since).contains(START.plusSeconds(65));
        assertThat(inForceAt(64)).isEqualTo("base");
    }

    @Test
    void record_with_its_publishers_time_is_refused_and_moves_no_clock() {
        topic.sendByOwnClock(Instant.ofEpochMilli(Long.MAX_VALUE), "a", document("a", 5));
        assertThat(topic.refused().kind()).isEqualTo(Refusal.Kind.FOREIGN_CLOCK);

        topic.publish(0, "a", document("a", 5));
        assertThat(topic.log().newest()).map(PublishedVersion::since).contains(START.plusSeconds(5));
    }

    @Test
    void time_of_effect_without_end_is_refused() {
        topic.publish(0, "a", "version: a\neffective_from: +999999999-01-01T00:00:00Z\n");

        assertThat(topic.refused().kind()).isEqualTo(Refusal.Kind.INVALID);
    }

    @Test
    void no_record_changes_what_was_in_force_before_it() {
        for (long seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            Published published = new Published();
            int second = 0;
            for (int i = 0; i < 8; i++) {
                VersionLog before = published.log();
                second += random.nextInt(30);
                String version = "v" + i;
                published.publish(
                        second,
                        version,
                        random.nextBoolean()
                                ? document(version, 5 + i)
                                : from(second + random.nextInt(120) - 20, version));
                for (int time = -10; time < second + 5; time++) {
                    Instant at = START.plusSeconds(time);
                    assertThat(published.log().inForceAt(at))
                            .as("seed %d, record %d, second %d", seed, i, time)
                            .isEqualTo(before.inForceAt(at));
                }
            }
        }
    }

    @Test
    void rule_book_judges_each_event_by_the_version_in_force_at_its_time() {
        Thresholds base = Thresholds.parse("base", "version: base");
        VersionedRuleBook rules = new VersionedRuleBook(base);
        List<String> versions = new ArrayList<>();
        AccountEvent[] events = {at(4_999), at(5_000), at(99_999), at(100_000)};

        for (AccountEvent event : events) {
            versions.add(rules.rulesFor(event).version());
        }
        rules.replace(topic.publish(0, "a", document("a", 5))
                .publish(1, "b", from(100, "b"))
                .log());
        for (AccountEvent event : events) {
            versions.add(rules.rulesFor(event).version());
        }

        assertThat(versions).containsExactly("base", "base", "base", "base", "base", "a", "a", "b");
    }

    private static AccountEvent at(int millis) {
        return LoginBuilder.login("e" + millis, START.plusMillis(millis)).build();
    }
}
