package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that carry only an address and a user agent, from their lines to the alerts. */
class ReplayDatabasesTest {
    private static final Path DATABASES = Path.of("src/test/resources/maxmind");
    private static final String LINKOPING = "89.160.20.112";
    private static final String CHANGCHUN = "175.16.199.5";
    private static final String VPN_EXIT = "1.2.0.1";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:%d.0) Gecko/20100101 Firefox/%<d.0";
    private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final CommandLineRun run = new CommandLineRun();

    @Test
    void address_and_user_agent_are_enough_for_place_and_travel() throws IOException {
        replay(
                takeover(CHANGCHUN),
                "--city-database",
                DATABASES.resolve("GeoIP2-City-Test.mmdb"),
                "--asn-database",
                DATABASES.resolve("GeoLite2-ASN-Test.mmdb"),
                "--anonymous-ip-database",
                DATABASES.resolve("GeoIP2-Anonymous-IP-Test.mmdb"));

        JsonNode travel = alert("impossible-travel");
        assertThat(travel.get("severity").asText()).isEqualTo("HIGH");
        assertThat(travel.get("facts").get("previous_place").asText()).isEqualTo("Linköping, SE");
        assertThat(travel.get("facts").get("current_place").asText()).isEqualTo("Changchun, CN");
        JsonNode facts = alert("new-country").get("facts");
        assertThat(facts.get("country").asText()).isEqualTo("CN");
        assertThat(facts.get("device").asText()).isEqualTo("new device");
    }

    @Test
    void anonymous_network_is_told_from_the_address() throws IOException {
        Path events = takeover(VPN_EXIT, ",\"country\":\"US\"");

        replay(events, "--anonymous-ip-database", DATABASES.resolve("GeoIP2-Anonymous-IP-Test.mmdb"));
        assertThat(alert("new-country").get("facts").get("network").asText()).isEqualTo("VPN");

        replay(events);
        assertThat(alert("new-country").get("facts").get("network").asText()).isEqualTo("UNKNOWN");
    }

    @Test
    void without_databases_the_same_events_tell_a_device_and_no_place() throws IOException {
        replay(takeover(CHANGCHUN));

        assertThat(alerts()).extracting(alert -> alert.get("detector").asText()).containsExactly("new-device");
        assertThat(alert("new-device").get("facts").get("place").asText()).isEqualTo("place not given");
    }

    @Test
    void wrong_database_is_a_mistake_that_names_the_option() throws IOException {
        Files.writeString(out(), "precious");
        Path none = folder.resolve("none.mmdb");
        Path asn = DATABASES.resolve("GeoLite2-ASN-Test.mmdb");

        run(takeover(CHANGCHUN), "--asn-database", none);
        assertThat(run.err()).isEqualTo("tocsin: --asn-database: " + none + ": there is no such file\n");
        assertThat(run.exitCode()).isEqualTo(2);
        run(takeover(CHANGCHUN), "--city-database", asn);
        assertThat(run.err())
                .endsWith("tocsin: --city-database: " + asn + ": is a database of the type GeoLite2-ASN and names no"
                        + " places; give one of the kind City or Country\n");
        assertThat(out()).hasContent("precious");
    }

    private Path takeover(String address) throws IOException {
        return takeover(address, ",\"country\":null");
    }

    /** Twelve logins at home, while the browser is updated; an hour after the last, somebody else. */
    private Path takeover(String address, String said) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int day = 0; day < 12; day++) {
            lines.add(login(
                    FIRST.plus(Duration.ofDays(day)),
                    LINKOPING,
                    FIREFOX.formatted(130 + day),
                    said.replace("US", "SE")));
        }
        lines.add(login(FIRST.plus(Duration.ofDays(11).plusHours(1)), address, "curl/8.4.0", said));
        return Files.write(folder.resolve("events.jsonl"), lines);
    }

    private static String login(Instant at, String address, String agent, String said) {
        return """
                {"type":"login","event_id":"%s","account_id":"a","occurred_at":"%s","outcome":"SUCCEEDED",\
                "source":{"ip":"%s","user_agent":"%s"%s}}""".formatted("l-" + at.getEpochSecond(), at, address, agent, said);
    }

    private void replay(Path events, Object... options) {
        run(events, options);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private void run(Path events, Object... options) {
        List<Object> words = new ArrayList<>(List.of("replay", "--events", events, "--out", out()));
        words.addAll(List.of(options));
        run.tocsin(words.toArray());
    }

    private JsonNode alert(String detector) throws IOException {
        return alerts().stream()
                .filter(alert -> alert.get("detector").asText().equals(detector))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> alerts() throws IOException {
        return new JsonMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(out().toFile())
                .readAll();
    }

    private Path out() {
        return folder.resolve("alerts.jsonl");
    }
}
