package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.publishing.PublicationListener;
import dev.tocsin.publishing.ThresholdsFollower;
import dev.tocsin.streams.Operator.Ran;
import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import dev.tocsin.thresholds.VersionedRuleBook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tuning with a shell: publish, show, diff, history, rollback against a real broker. */
class ThresholdsCommandIT {
    private static final String SHIPPED = Thresholds.defaults().version();

    private final Operator operator;

    ThresholdsCommandIT(@TempDir Path folder) {
        operator = new Operator(folder, RealKafka.freshName());
    }

    private Ran published(String version, int failures, String... options) {
        Ran ran = operator.publish(document(version, failures), options);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return ran;
    }

    private static String document(String version, int failures) {
        return "version: " + version + " # mine\ndetectors: { failed-burst: { failures: " + failures + " } }\n";
    }

    private Ran command(Object... words) {
        Object[] all = new Object[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--config";
        all[words.length + 1] = operator.config();
        return operator.thresholds(all);
    }

    private VersionLog log() {
        VersionedRuleBook rules = new VersionedRuleBook(Thresholds.defaults());
        try (ThresholdsFollower follower = operator.following(rules, PublicationListener.NOOP)) {
            follower.start();
            return follower.following().log();
        }
    }

    @Test
    void missing_topic_is_told_with_the_way_out_and_made_when_asked() {
        Ran refused = operator.publish(document("a", 5));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("has no topic", "--create-topic");

        Ran ran = published("a", 5, "--create-topic", "--by", "anna", "--comment", "fewer");

        assertThat(ran.out())
                .startsWith("changes against " + SHIPPED
                        + ":\n  detectors.failed-burst.failures: 10 -> 5\npublished a, in" + " force from ");
        assertThat(log().find("a")).hasValueSatisfying(version -> {
            assertThat(version.note().by()).isEqualTo("anna");
            assertThat(version.since()).isEqualTo(version.publishedAt().plus(VersionLog.LEAD));
        });
        published("b", 6, "--create-topic");
    }

    @Test
    void shown_edited_and_published_again_comes_out_byte_for_byte() {
        published("a", 5, "--create-topic");
        Instant later = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        operator.publish(document("b", 7) + "effective_from: " + later + "\n");

        Ran inForce = command("show");
        assertThat(inForce.err()).contains("b is published too and in force from " + later);
        assertThat(command("show", "--version", "a").out()).isEqualTo(document("a", 5));
        assertThat(command("show", "--version", "x").err()).contains("no version x is published; there are a, b");
        assertThat(command("diff", "published:a", "published").out())
                .isEqualTo("effective_from: not set -> " + later + "\ndetectors.failed-burst.failures: 5 -> 7\n");
        assertThat(command("history").out())
                .matches("(?s)version +published +by +in force from +until +comment\na .*\nb .* " + later
                        + " +\\(waiting\\)\n");
    }

    @Test
    void what_would_surprise_is_not_published() {
        published("a", 5, "--create-topic");

        assertThat(operator.publish(document("a", 6)).err()).contains("a was published already, at 20");
        assertThat(operator.publish(document("b", 5)).err()).contains("nothing to publish");
        assertThat(operator.publish(document(SHIPPED, 6)).err()).contains("is the version of the");
        assertThat(operator.publish(document("b", 6), "--dry-run").out()).contains("5 -> 6", "not published");

        assertThat(log().versions()).hasSize(1);
        assertThat(log().refusals()).isEmpty();
    }

    @Test
    void publisher_whose_base_is_not_the_newest_is_told_what_changed_under_it() {
        published("a", 5, "--create-topic", "--based-on", SHIPPED);
        published("b", 6, "--based-on", "a", "--by", "anna", "--comment", "too loud");

        Ran second = operator.publish(document("c", 7), "--based-on", "a");

        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err())
                .startsWith("tocsin: not published: after a\n  b was published at ")
                .contains(
                        " by anna: too loud\nwhich changed:\n  detectors.failed-burst.failures: 5 -> 6\n",
                        "--based-on b");
        assertThat(operator.publish(document("c", 7), "--based-on", "x").err()).contains("no version x is published");
        assertThat(log().versions()).extracting(PublishedVersion::version).containsExactly("a", "b");
    }

    @Test
    void rollback_publishes_the_text_before_again_and_cancels_what_waits() {
        published("a", 5, "--create-topic");
        assertThat(command("rollback").err()).contains("only a is published");
        Instant later = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        operator.publish(document("b", 7) + "effective_from: " + later + "\n");

        Ran back = command("rollback", "--comment", "too quiet");

        assertThat(back.err()).isEmpty();
        assertThat(back.out())
                .contains("published a-again, in force from ", "instead of b, which was to be in force from " + later);
        assertThat(command("show", "--version", "a-again").out())
                .isEqualTo(document("a", 5).replace("version: a", "version: \"a-again\""));
        assertThat(command("rollback", "--to", "shipped", "--as", "factory").exitCode())
                .isZero();
        assertThat(command("rollback", "--to", "a").out()).contains("published a-again-2,");
        assertThat(log().inForceAt(later)).map(PublishedVersion::version).contains("a-again-2");
        assertThat(command("history").out()).contains("never was", "too quiet");
    }

    @Test
    void restart_finds_every_version_with_the_times_that_it_had() {
        published("a", 5, "--create-topic");
        VersionLog before = log();
        published("b", 6);

        assertThat(log().versions().subList(0, 1))
                .extracting(PublishedVersion::since)
                .isEqualTo(List.of(before.newest().orElseThrow().since()));
        assertThat(log().timetable()).extracting(PublishedVersion::version).containsExactly("b", "a");
    }
}
