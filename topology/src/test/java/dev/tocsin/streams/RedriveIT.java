package dev.tocsin.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.cli.Terminal;
import dev.tocsin.cli.TocsinCommand;
import dev.tocsin.event.Alert;
import dev.tocsin.event.LoginEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters of a running detector go back to it: once, and only those that it can read by now. */
class RedriveIT {
    private final Path folder;

    RedriveIT(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Ran(int exitCode, String out, String err) {}

    @Test
    void corrected_letters_are_judged_each_is_sent_once_and_what_cannot_be_read_stays() throws IOException {
        try (RunningDetector detector = RunningDetector.started("at_least_once")) {
            Story story = new Story("seller-1");
            story.habits().forEach(detector::send);
            LoginEvent strange = story.login(story.now, "NG");
            String logins = detector.topics().logins();
            detector.send(logins, "wrong-key", detector.bytes(strange));
            detector.send(logins, "seller-1", new byte[] {'{', '}'});
            detector.send(logins, "seller-1", null);
            List<ConsumerRecord<byte[], byte[]>> letters = awaitLetters(detector, 3);
            int before = RunningDetector.records(logins).size();

            Ran dry = redrive(detector, "--dry-run", "--out", folder.resolve("report.jsonl"));
            assertThat(dry.exitCode).as(dry.err).isEqualTo(1);
            assertThat(dry.out)
                    .contains("dead letters   3, of these selected 3", "would be sent  0", "left           3")
                    .containsPattern("1 key-mismatch, such as \\d:\\d+ The record's key is not its account_id")
                    .contains("1 no-value", "1 wrong-magic-byte");
            assertThat(Files.readString(folder.resolve("report.jsonl")))
                    .hasLineCount(3)
                    .contains("\"key\":\"wrong-key\",\"event\":{\"type\":\"login\",\"event_id\":\""
                            + strange.getEventId())
                    .contains("\"value\":\"e30=\"");

            Path corrections = Files.writeString(
                    folder.resolve("corrections.jsonl"),
                    correction(letters, "key-mismatch", "\"key\":\"seller-1\"")
                            + correction(letters, "no-value", "\"discard\":\"a test of the sender's\""));
            Ran first = redrive(detector, "--corrections", corrections);
            assertThat(first.exitCode).as(first.err).isEqualTo(1);
            assertThat(first.out).contains("sent           1", "discarded      1", "left           1");
            await().atMost(RunningDetector.PATIENCE).until(() -> detector.alertTable().values().stream()
                    .map(Alert::getDetector)
                    .anyMatch("new-country"::equals));

            Ran again = redrive(detector, "--corrections", corrections);
            assertThat(again.out).contains("sent           0", "done before    2", "left           1");
            assertThat(RunningDetector.records(logins)).hasSize(before + 1);

            ConsumerRecord<byte[], byte[]> sent = last(RunningDetector.records(logins), "seller-1", strange, detector);
            assertThat(sent.headers().toArray())
                    .extracting(header -> header.key())
                    .containsExactly("tocsin.redriven-from");
            assertThat(letters(detector)).hasSize(3);
        }
    }

    private static ConsumerRecord<byte[], byte[]> last(
            List<ConsumerRecord<byte[], byte[]>> records, String key, LoginEvent event, RunningDetector detector) {
        return records.stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .filter(record -> java.util.Arrays.equals(record.value(), detector.bytes(event)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void letter_whose_time_has_come_goes_back_as_it_was_and_a_second_copy_of_an_event_changes_nothing() {
        try (RunningDetector detector = RunningDetector.started("exactly_once_v2")) {
            Story story = new Story("seller-2");
            story.habits().forEach(detector::send);
            LoginEvent early = story.login(story.now.plus(Duration.ofMinutes(5)).plusSeconds(4), "NG");
            detector.send(early);
            detector.send(early);
            awaitLetters(detector, 2);

            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> redrive(detector, "--dry-run", "--reason", "from-the-future").exitCode == 0);
            Ran ran = redrive(
                    detector,
                    "--reason",
                    "from-the-future",
                    "--topic",
                    detector.topics().logins());
            assertThat(ran.exitCode).as(ran.err).isZero();
            assertThat(ran.out).contains("sent           2", "left           0");

            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> !detector.alertTable().isEmpty());
            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> detector.app().accounts().find("seller-2") instanceof AccountLookup.Answer.Found);
            assertThat(detector.alertTable().values().stream()
                            .filter(alert -> alert.getDetector().equals("new-country")))
                    .hasSize(1);
        }
    }

    @Test
    void event_given_anew_is_sent_and_what_is_not_selected_is_left_alone() throws IOException {
        try (RunningDetector detector = RunningDetector.started("at_least_once")) {
            Story story = new Story("seller-3");
            detector.send(story.login(story.now, "NO")); // registers the schema
            detector.send(detector.topics().logins(), "x", new byte[] {1, 2});
            detector.send(detector.topics().accountChanges(), "x", new byte[] {1, 2});
            List<ConsumerRecord<byte[], byte[]>> letters = awaitLetters(detector, 2);

            Path corrections = Files.writeString(
                    folder.resolve("corrections.jsonl"),
                    corrected(letters, detector.topics().logins(), """
                            "event":{"type":"login","event_id":"e-9","account_id":"seller-4","outcome":"SUCCEEDED",\
                            "occurred_at":"%s"}""".formatted(story.now)));
            Ran ran = redrive(
                    detector,
                    "--topic",
                    detector.topics().logins(),
                    "--corrections",
                    corrections,
                    "--from",
                    story.now.minusSeconds(3_600),
                    "--to",
                    story.now.plusSeconds(3_600));

            assertThat(ran.out).as(ran.err).contains("dead letters   2, of these selected 1", "sent           1");
            assertThat(ran.exitCode).isZero();
            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> detector.app().accounts().find("seller-4") instanceof AccountLookup.Answer.Found);

            Ran beside = redrive(detector, "--topic", "none", "--corrections", corrections);
            assertThat(beside.exitCode).isEqualTo(1);
            assertThat(beside.err).contains("corrections of letters that are not there or not selected: ");
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> awaitLetters(RunningDetector detector, int count) {
        await().atMost(RunningDetector.PATIENCE).until(() -> letters(detector).size() == count);
        return letters(detector);
    }

    private static List<ConsumerRecord<byte[], byte[]>> letters(RunningDetector detector) {
        return RunningDetector.records(detector.topics().deadLetters()).stream()
                .filter(record -> record.headers().lastHeader(DeadLetter.REDRIVEN) == null)
                .toList();
    }

    private static String correction(List<ConsumerRecord<byte[], byte[]>> letters, String reason, String what) {
        return line(letters, DeadLetter.REASON, reason, what);
    }

    private static String corrected(List<ConsumerRecord<byte[], byte[]>> letters, String topic, String what) {
        return line(letters, DeadLetter.TOPIC, topic, what);
    }

    private static String line(List<ConsumerRecord<byte[], byte[]>> letters, String header, String value, String what) {
        ConsumerRecord<byte[], byte[]> letter = letters.stream()
                .filter(record -> new String(record.headers().lastHeader(header).value(), UTF_8).equals(value))
                .findFirst()
                .orElseThrow();
        return "{\"partition\":" + letter.partition() + ",\"offset\":" + letter.offset() + "," + what + "}\n";
    }

    private Ran redrive(RunningDetector detector, Object... words) {
        Topics topics = detector.topics();
        List<String> arguments = new ArrayList<>(List.of("redrive", "--config", config(detector.group(), topics)));
        for (Object word : words) {
            arguments.add(word.toString());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true, UTF_8), false, Map.of());
        int exitCode = TocsinCommand.execute(
                (settings, base, createTopics) -> {
                    throw new AssertionError("nobody asked for run");
                },
                terminal,
                arguments.toArray(String[]::new));
        return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    private String config(String application, Topics topics) {
        try {
            return Files.writeString(folder.resolve("tocsin.yaml"), """
                    application-id: %s
                    kafka: { bootstrap.servers: "%s" }
                    schema-registry: { url: "%s" }
                    state-dir: /var/lib/tocsin
                    topics: { logins: %s, account-changes: %s, alerts: %s, suppressed: %s, dead-letters: %s, thresholds: %s }
                    """.formatted(
                                    application,
                                    RealKafka.bootstrap(),
                                    RealKafka.sandbox().registryUrl(),
                                    topics.logins(),
                                    topics.accountChanges(),
                                    topics.alerts(),
                                    topics.suppressed(),
                                    topics.deadLetters(),
                                    topics.thresholds()))
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
