package dev.tocsin.streams;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.publishing.ThresholdsPublisher;
import dev.tocsin.streams.Operator.Ran;
import dev.tocsin.thresholds.Publication.Note;
import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Refusal;
import dev.tocsin.thresholds.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishers who come at the same time, and files that nobody should publish. */
class ThresholdsRaceIT {
    @TempDir
    private Path folder = Path.of("");

    private static String document(String version, int failures) {
        return "version: " + version + "\ndetectors: { failed-burst: { failures: " + failures + " } }\n";
    }

    @Test
    void of_two_who_looked_at_the_same_log_the_second_is_refused_and_sees_the_first() {
        Operator operator = new Operator(folder, RealKafka.freshName());
        ThresholdsPublisher.createTopic(operator.topic());
        try (ThresholdsPublisher anna = ThresholdsPublisher.open(operator.topic());
                ThresholdsPublisher bob = ThresholdsPublisher.open(operator.topic())) {
            Verdict first = anna.publish("a", document("a", 5), new Note("", "anna", ""));
            Verdict second = bob.publish("b", document("b", 6), new Note("", "bob", ""));

            assertThat(first).isInstanceOf(PublishedVersion.class);
            assertThat(second).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                    .isEqualTo(Refusal.Kind.OVERTAKEN));
            assertThat(bob.log().newest()).map(PublishedVersion::version).contains("a");
        }
    }

    @Test
    void of_many_commands_at_once_exactly_one_publishes_and_the_others_are_told() throws Exception {
        String run = RealKafka.freshName();
        Operator first = new Operator(folder, run);
        assertThat(first.publish(document("base", 5), "--create-topic").exitCode())
                .isZero();
        List<CompletableFuture<Ran>> running = IntStream.range(6, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> publish(run, i)))
                .toList();

        List<Ran> ran = running.stream().map(CompletableFuture::join).toList();

        assertThat(ran).extracting(Ran::exitCode).containsExactlyInAnyOrder(0, 2, 2, 2);
        assertThat(ran).filteredOn(one -> one.exitCode() == 2).allSatisfy(loser -> assertThat(loser.err())
                .contains("not published: after base", "by publisher-", "which changed:", "failures: 5 -> "));
    }

    private Ran publish(String run, int i) {
        try {
            Operator operator = new Operator(Files.createDirectory(folder.resolve("p" + i)), run);
            return operator.publish(document("v" + i, i), "--based-on", "base", "--by", "publisher-" + i);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void document_of_one_mebibyte_is_published_and_one_byte_more_is_not() {
        Operator operator = new Operator(folder, RealKafka.freshName());
        String start = document("big", 5);
        StringBuilder noise = new StringBuilder(start).append("# ");
        Random random = new Random(1);
        while (noise.length() < 1 << 20) {
            noise.append((char) (0x21 + random.nextInt(0x5e))); // so that compression is not what makes it fit
        }

        assertThat(operator.publish(noise.toString(), "--create-topic").err()).isEmpty();
        assertThat(operator.publish(noise.append('x').toString().replaceFirst("big", "lrg"))
                        .err())
                .contains("larger than 1 MiB");
    }

    @Test
    void bad_files_are_refused_with_a_sentence_and_nothing_is_published() throws IOException {
        Operator operator = new Operator(folder, RealKafka.freshName());
        ThresholdsPublisher.createTopic(operator.topic());
        String good = document("a", 5);

        assertRefused(operator, Files.createDirectory(folder.resolve("d")), "this is a directory");
        assertRefused(operator, folder.resolve("none.yaml"), "there is no such file");
        assertRefused(operator, operator.write("empty.yaml", ""), "this is empty");
        assertRefused(operator, operator.write("comment.yaml", "# nothing\n"), "this is empty");
        assertRefused(operator, operator.write("huge.yaml", "#".repeat(50 << 20)), "larger than 1 MiB");
        assertRefused(operator, operator.write("bomb.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nversion: a\n"), "aliases");
        assertRefused(operator, operator.write("windows.yaml", good.replace("\n", "\r\n")), "Windows line ends");
        assertRefused(operator, operator.write("mark.yaml", "\uFEFF" + good), "byte-order mark");
        assertRefused(operator, operator.write("twice.yaml", good + good), "is given twice");
        assertRefused(operator, operator.write("two.yaml", good + "---\n" + good), "a second document starts here");
        assertRefused(
                operator, Files.write(folder.resolve("latin1.yaml"), "# größer".getBytes(ISO_8859_1)), "not UTF-8");
        assertRefused(
                operator,
                operator.write(
                        "expired.yaml",
                        good + "allowlists: { accounts: [{ account: x, reason: test, expires: 2020-01-01 }] }\n"),
                "allowlists.accounts[0].expires: is in the past");
        assertRefused(operator, operator.write("silent.yaml", """
                detectors:
                  new-country: { enabled: false }
                  new-context: { enabled: false }
                  impossible-travel: { enabled: false }
                """), "new-location-then-sensitive: can never fire");

        try (ThresholdsPublisher publisher = ThresholdsPublisher.open(operator.topic())) {
            assertThat(publisher.log().last()).isEmpty();
        }
    }

    private static void assertRefused(Operator operator, Path file, String sentence) {
        Ran publish = operator.thresholds("publish", file, "--config", operator.config());
        Ran validate = operator.thresholds("validate", file);

        assertThat(publish.exitCode()).as(publish.err()).isEqualTo(2);
        assertThat(publish.err())
                .startsWith("tocsin: " + file)
                .contains(sentence)
                .doesNotContain("\tat ")
                .isEqualTo(validate.err());
        assertThat(validate.exitCode()).isEqualTo(2);
    }
}
