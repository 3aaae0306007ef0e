package dev.tocsin.thresholds;

import static dev.tocsin.thresholds.Published.START;
import static dev.tocsin.thresholds.Published.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.thresholds.Publication.Note;
import dev.tocsin.thresholds.Refusal.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the records of the topic: accepted in their order, or refused with a reason. */
class VersionLogTest {
    private final Published topic = new Published();

    @Test
    void document_is_accepted_and_in_force_five_seconds_after_its_record() {
        topic.publish(0, "a", document("a", 5));

        assertThat(topic.log().versions()).singleElement().satisfies(version -> {
            assertThat(version.version()).isEqualTo("a");
            assertThat(version.since()).isEqualTo(START.plusSeconds(5));
            assertThat(version.publishedAt()).isEqualTo(START);
            assertThat(version.thresholds().text()).isEqualTo(document("a", 5));
            assertThat(version.note()).isEqualTo(new Note("", "anna", "why not"));
        });
        assertThat(topic.log().last()).isEqualTo(topic.log().newest());
        assertThat(topic.log().refusals()).isEmpty();
    }

    @Test
    void record_of_another_tool_needs_no_note() {
        topic.send(0, "a", document("a", 5)).send(1, "b", document("b", 6));

        assertThat(topic.log().versions()).extracting(PublishedVersion::version).containsExactly("a", "b");
    }

    @Test
    void unusable_document_is_refused_with_every_fault_and_changes_nothing() {
        topic.publish(0, "a", document("a", 5)).send(1, "b", "version: b\nlerning: {}\nlearning: { logins: x }\n");

        assertThat(topic.refused().kind()).isEqualTo(Kind.INVALID);
        assertThat(topic.refused().key()).isEqualTo("b");
        assertThat(topic.refused().sentence())
                .contains("lerning: unknown key; did you mean learning? (line 2)", "learning.logins: expected");
        assertThat(topic.log().newest()).map(PublishedVersion::version).contains("a");
    }

    @Test
    void document_under_which_a_detector_is_silent_is_refused_too() {
        topic.send(0, "a", """
                version: a
                detectors:
                  new-country: { enabled: false }
                  new-context: { enabled: false }
                  impossible-travel: { enabled: false }
                """);

        assertThat(topic.refused().sentence()).contains("new-location-then-sensitive: can never fire");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        topic.send(0, "a", new byte[] {(byte) 0xC0, 0x20}, Note.NONE);
        assertThat(topic.refused().sentence()).isEqualTo("this is not UTF-8 text");

        topic.send(1, "a", ("\uFEFF" + document("a", 5)).getBytes(StandardCharsets.UTF_8), Note.NONE);
        assertThat(topic.refused().sentence()).contains("byte-order mark");

        topic.send(2, "a", new byte[(1 << 20) + 1], Note.NONE);
        assertThat(topic.refused().sentence()).contains("larger than 1 MiB");
    }

    @Test
    void what_is_said_of_a_document_with_countless_faults_is_short() {
        StringBuilder text = new StringBuilder("version: a\n");
        for (int i = 0; i < 500; i++) {
            text.append("k").append(i).append(": ").append("x".repeat(100)).append('\n');
        }
        topic.send(0, "a", text.toString());

        assertThat(topic.refused().sentence()).endsWith("; and 480 more").hasSizeLessThan(7_000);
    }

    @Test
    void what_a_record_says_beside_its_document_forges_no_line_and_steers_no_terminal() {
        topic.send(0, "a", document("a", 5), new Note(null, "an\nna", "why\u001b[2J"));
        topic.send(1, "b\nINFO all is well\u009b1m", document("a", 5), new Note("x\ny", "eve\r", ""));

        assertThat(topic.log().newest().orElseThrow().note()).isEqualTo(new Note(null, "an na", "why [2J"));
        assertThat(topic.refused().key()).isEqualTo("b INFO all is well 1m");
        assertThat(topic.refused().by()).isEqualTo("eve ");
        assertThat(topic.refused().sentence()).startsWith("its publisher took it that x y was the newest version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"b|and is \"b\"", "-|and is missing", "''|and is \"\""})
    void key_that_is_not_the_version_is_refused(String key, String found) {
        topic.send(0, key, document("a", 5));

        assertThat(topic.refused().kind()).isEqualTo(Kind.KEY_MISMATCH);
        assertThat(topic.refused().sentence()).isEqualTo("its key must be its version, a, " + found);
    }

    @Test
    void tombstone_is_refused_and_the_version_stays() {
        topic.publish(0, "a", document("a", 5)).send(1, "a", (String) null);

        assertThat(topic.refused().kind()).isEqualTo(Kind.NO_VALUE);
        assertThat(topic.log().find("a")).isPresent();
    }

    @Test
    void version_is_taken_for_ever_by_its_first_document() {
        topic.publish(0, "a", document("a", 5)).publish(1, "a", document("a", 6));
        assertThat(topic.refused().kind()).isEqualTo(Kind.VERSION_TAKEN);
        assertThat(topic.refused().sentence()).contains("published as a at " + START);

        topic.publish(2, "a", document("a", 5));
        assertThat(topic.refused().kind()).isEqualTo(Kind.REPEATED);
        assertThat(topic.log().find("a")).map(PublishedVersion::since).contains(START.plusSeconds(5));
    }

    @Test
    void second_of_two_racing_publishers_is_refused() {
        topic.publish(0, "a", document("a", 5))
                .send(1, "b", document("b", 6), new Note("a", "anna", ""))
                .send(1, "c", document("c", 7), new Note("a", "bob", ""));

        assertThat(topic.log().newest()).map(PublishedVersion::version).contains("b");
        assertThat(topic.refused().kind()).isEqualTo(Kind.OVERTAKEN);
        assertThat(topic.refused().by()).isEqualTo("bob");
        assertThat(topic.refused().sentence())
                .isEqualTo("its publisher took it that a was the newest version, but b is, published at "
                        + START.plusSeconds(1));
    }

    @Test
    void second_of_two_first_publishers_is_refused() {
        topic.send(0, "a", document("a", 5), new Note("", "anna", ""))
                .send(0, "b", document("b", 6), new Note("", "bob", ""));

        assertThat(topic.log().versions()).extracting(PublishedVersion::version).containsExactly("a");
        assertThat(topic.refused().sentence()).startsWith("its publisher took it that nothing was published yet");
    }

    @Test
    void refused_record_is_nothing_to_be_based_on() {
        topic.publish(0, "a", document("a", 5))
                .send(1, "b", "version: b\nnonsense: 1\n")
                .send(2, "c", document("c", 6), new Note("a", "anna", ""));

        assertThat(topic.log().newest()).map(PublishedVersion::version).contains("c");
    }

    @Test
    void warning_stands_until_a_good_document_comes_and_is_not_raised_by_ordinary_races() {
        topic.publish(0, "a", document("a", 5));
        topic.send(1, "b", document("b", 6), new Note("x", "bob", "")).publish(2, "a", document("a", 5));
        assertThat(topic.log().warnings()).isEmpty();

        topic.send(3, "b", "version: b\nnonsense: 1\n").send(4, "c", (String) null);
        assertThat(topic.log().warnings()).extracting(Refusal::kind).containsExactly(Kind.INVALID, Kind.NO_VALUE);

        topic.publish(5, "b", document("b", 6));
        assertThat(topic.log().warnings()).isEmpty();
    }

    @Test
    void only_the_newest_refusals_are_remembered() {
        for (int i = 0; i < VersionLog.MAX_REFUSALS + 3; i++) {
            topic.send(i, "v" + i, (String) null);
        }

        List<Refusal> refusals = topic.log().refusals();
        assertThat(refusals).hasSize(VersionLog.MAX_REFUSALS);
        assertThat(refusals.get(refusals.size() - 1).key()).isEqualTo("v52");
    }
}
