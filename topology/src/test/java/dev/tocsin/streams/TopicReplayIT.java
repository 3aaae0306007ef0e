package dev.tocsin.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.Terminal;
import dev.tocsin.cli.TocsinCommand;
import dev.tocsin.event.ChangeType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the real topics, replayed by the command. */
class TopicReplayIT {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> lines = new ArrayList<>();

    @Test
    void topics_give_the_alerts_of_the_detector_and_of_a_file_and_nobody_can_tell_they_were_read() throws Exception {
        try (RunningDetector detector = RunningDetector.started("at_least_once")) {
            Instant begin = Instant.now();
            for (int seller = 0; seller < 9; seller++) {
                takeOver(detector, new Story("seller-" + seller));
            }
            detector.send(detector.topics().logins(), "seller-1", new byte[] {'{', '}'});
            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> detector.alertTable().size() == 9 * 7);
            detector.stop();
            Set<String> groups = groups();

            int code = replay("--topic-from", begin.minusSeconds(60).toString(), "--config", config(detector));

            assertThat(code).as(err.toString(UTF_8)).isEqualTo(1); // for the record that is none
            assertThat(err.toString(UTF_8)).contains("-logins-", "at offset ", "bad records  1");
            Set<String> fromTopics = alerts();
            assertThat(fromTopics)
                    .isEqualTo(detector.alertTable().values().stream()
                            .map(alert -> alert.getAlertId() + ' ' + alert.getSeverity())
                            .collect(Collectors.toCollection(TreeSet::new)));
            assertThat(groups()).isEqualTo(groups);
            Path file = Files.write(folder.resolve("events.jsonl"), lines);
            assertThat(replay("--events", file.toString())).isZero();
            assertThat(alerts()).isEqualTo(fromTopics);
        }
    }

    @Test
    void what_came_outside_of_the_range_is_not_read() throws Exception {
        try (RunningDetector detector = RunningDetector.started("at_least_once")) {
            takeOver(detector, new Story("seller-1"));
            String config = config(detector);
            Instant after = Instant.now().plusSeconds(60);

            assertThat(replay("--topic-from", after.toString(), "--config", config))
                    .isZero();
            assertThat(err.toString(UTF_8)).contains("events       0 of 0 accounts");

            String early = after.minusSeconds(7_200).toString();
            assertThat(replay(
                            "--topic-from",
                            early,
                            "--topic-to",
                            after.minusSeconds(3_600).toString(),
                            "--config",
                            config))
                    .isZero();
            assertThat(err.toString(UTF_8)).contains("events       0 of 0 accounts");
        }
    }

    @Test
    void topic_that_is_not_there_is_told_in_a_sentence() throws IOException {
        Path config = Files.writeString(folder.resolve("tocsin.yaml"), """
                kafka: { bootstrap.servers: "%s" }
                schema-registry: { url: "%s" }
                topics: { logins: none }
                """.formatted(
                        RealKafka.bootstrap(), RealKafka.sandbox().registryUrl()));

        Path thresholds = Files.writeString(folder.resolve("a.yaml"), "version: a\n");
        int code = replay(
                "--topic-from",
                "2026-01-01T00:00:00Z",
                "--config",
                config.toString(),
                "--thresholds",
                thresholds.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .isEqualTo("tocsin: Kafka at " + RealKafka.bootstrap()
                        + " has no topic none; is topics in --config right?\n");
    }

    private void takeOver(RunningDetector detector, Story story) throws IOException {
        for (var login : story.habits()) {
            detector.send(login);
            note("login", login);
        }
        var atHome = story.login(story.now.minusSeconds(1_200), "NO");
        var abroad = story.login(story.now.minusSeconds(600), "NG");
        var reset = story.change(ChangeType.PASSWORD_RESET, story.now.minusSeconds(500));
        var payout = story.change(ChangeType.PAYOUT_CHANGED, story.now.minusSeconds(200));
        detector.send(atHome);
        note("login", atHome);
        detector.send(abroad);
        note("login", abroad);
        detector.send(reset);
        note("change", reset);
        detector.send(payout);
        note("change", payout);
    }

    /** As a line of a file; Avro's own text of a record is JSON. */
    private void note(String type, SpecificRecord event) throws IOException {
        ObjectNode line = (ObjectNode) JSON.readTree(event.toString());
        lines.add(line.put("type", type).toString());
    }

    private String config(RunningDetector detector) throws IOException {
        Topics topics = detector.topics();
        return Files.writeString(folder.resolve("tocsin.yaml"), """
                kafka: { bootstrap.servers: "%s", group.id: trace }
                schema-registry: { url: "%s" }
                topics: { logins: %s, account-changes: %s, thresholds: %s }
                """.formatted(
                                RealKafka.bootstrap(),
                                RealKafka.sandbox().registryUrl(),
                                topics.logins(),
                                topics.accountChanges(),
                                topics.thresholds()))
                .toString();
    }

    private int replay(String... source) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintWriter(err, true, UTF_8),
                false,
                Map.of("HOME", "/home/operator"));
        List<String> arguments = new ArrayList<>(List.of("replay", "--out", "-"));
        arguments.addAll(List.of(source));
        return TocsinCommand.execute(
                (config, thresholds, createTopics) -> {
                    throw new AssertionError("nobody asked for run");
                },
                terminal,
                arguments.toArray(String[]::new));
    }

    private Set<String> alerts() throws IOException {
        Set<String> alerts = new TreeSet<>();
        for (String line : out.toString(UTF_8).lines().toList()) {
            JsonNode alert = JSON.readTree(line);
            assertThat(alert.get("status").asText()).isEqualTo("RAISED");
            alerts.add(
                    alert.get("alert_id").asText() + ' ' + alert.get("severity").asText());
        }
        return alerts;
    }

    private static Set<String> groups() throws Exception {
        try (Admin admin = RealKafka.admin()) {
            return admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
