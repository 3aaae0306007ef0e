package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.deploy.PromQl;
import dev.tocsin.deploy.Query;
import dev.tocsin.event.ChangeType;
import dev.tocsin.testing.MaxMindFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a detector shows that has seen all kinds of events, beside what rules and dashboards ask for. */
class ScrapeIT {
    /** Micrometer looks for Kafka's late metrics, those of tasks and stores, once a minute. */
    private static final Duration A_MINUTE_AND_MORE = Duration.ofMinutes(3);

    /** 128 + SIGTERM: what Java ends with after its shutdown hooks ran. */
    private static final int SIGTERMED = 143;

    /** Prometheus' own. */
    private static final Set<String> NOT_OURS = Set.of("up");

    private final Path folder;

    ScrapeIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void every_metric_that_a_rule_or_a_dashboard_names_has_a_number_and_a_pods_name_is_a_static_member()
            throws Exception {
        List<Query> queries = Stream.concat(Query.ofRules().stream(), Query.ofDashboards().stream())
                .toList();
        assertThat(queries).hasSizeGreaterThan(50);

        Set<String> told = new HashSet<>(NOT_OURS);
        try (RunningDetector hands = RunningDetector.started("at_least_once");
                DetectorProcess detector =
                        DetectorProcess.started(folder, hands.group() + "-scraped", hands.topics(), asInAPod())) {
            detector.awaitReady();
            feed(hands);

            await().atMost(A_MINUTE_AND_MORE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        told.addAll(numbers(detector.metrics()));
                        assertThat(missing(queries, told))
                                .as("asked for, and no number was shown by the detector")
                                .isEmpty();
                    });
            assertThat(RealKafka.members(hands.group() + "-scraped")).contains("tocsin-0-1");
            assertThat(detector.metrics()).contains("tocsin_ready 1.0", "tocsin_tasks{role=\"active\"} 4.0");
            assertThat(detector.stop()).isEqualTo(SIGTERMED);
        }
    }

    /** What the chart sets from the pod's name, and a database, so that its counter is there. */
    private Map<String, String> asInAPod() throws IOException {
        byte[] database = MaxMindFile.ofBoth("country")
                .put("192.0.2.0/24", Map.of("country_code", "NO"))
                .bytes();
        Path file = Files.write(folder.resolve("country.mmdb"), database);
        return Map.of("TOCSIN_KAFKA_GROUP_INSTANCE_ID", "tocsin-0", "TOCSIN_ENRICHMENT_CITY_DATABASE", file.toString());
    }

    /** Alerts, silenced alerts, a change, a dead letter. */
    private static void feed(RunningDetector hands) {
        Story thief = new Story("seller-1");
        thief.habits().forEach(hands::send);
        hands.send(thief.login(thief.now, "NG"));
        hands.send(thief.change(ChangeType.PASSWORD_RESET, thief.now.plusSeconds(60)));
        Story newcomer = new Story("seller-2");
        hands.send(newcomer.login(newcomer.now.minus(Duration.ofDays(3)), "NO"));
        hands.send(newcomer.login(newcomer.now, "NG"));
        hands.send(hands.topics().logins(), "seller-3", "no event".getBytes(StandardCharsets.UTF_8));
    }

    /** Names of what has a value; what Kafka records at a finer level only is there all the same, as NaN. */
    private static Set<String> numbers(String scrape) {
        return scrape.lines()
                .filter(line -> !line.startsWith("#") && !line.endsWith(" NaN"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    private static List<String> missing(List<Query> queries, Set<String> told) {
        List<String> missing = new ArrayList<>();
        for (Query query : queries) {
            Set<String> asked = PromQl.metricsOf(query.text());
            assertThat(asked).as(query.where()).isNotEmpty();
            asked.stream()
                    .filter(metric -> !told.contains(metric))
                    .forEach(metric -> missing.add(metric + " in " + query.where()));
        }
        return missing;
    }
}
