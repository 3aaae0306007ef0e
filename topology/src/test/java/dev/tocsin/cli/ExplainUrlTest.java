package dev.tocsin.cli;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.codec.StoredAccount;
import dev.tocsin.config.Http;
import dev.tocsin.http.AccountEndpoint;
import dev.tocsin.http.HttpServer;
import dev.tocsin.http.ThresholdsEndpoint;
import dev.tocsin.publishing.Following;
import dev.tocsin.streams.AccountLookup.Answer;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code explain} against an instance: the production server over accounts that the test knows. */
class ExplainUrlTest {
    /** A stranger in Lagos, and seven hours later the owner at home: the stranger is settled. */
    private static final TestAccount SETTLED = TestAccount.settledInOslo()
            .sees(login("stranger", NOW).from(Place.LAGOS).device("stranger").build())
            .sees(login("home", NOW.plus(Duration.ofHours(7))).build());

    private static HttpServer server;

    private final CommandLineRun run = new CommandLineRun();

    @BeforeAll
    static void start() {
        Http here = Http.open("127.0.0.1", 0);
        server = HttpServer.start(
                here,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                Optional::empty,
                new AccountEndpoint(ExplainUrlTest::find, SETTLED.engine(), here),
                new ThresholdsEndpoint(() -> new Following(Thresholds.defaults(), VersionLog.EMPTY, null)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer find(String account) {
        return switch (account) {
            case TestAccount.ID, "a/b c" -> new Answer.Found(new StoredAccount(SETTLED.state(), 0, 0));
            case "moving" -> new Answer.NotNow("partitions are being assigned");
            case "lost" -> new Answer.Elsewhere("127.0.0.1", 1);
            default -> new Answer.Unknown();
        };
    }

    @Test
    void newest_event_is_explained_by_the_instance() {
        explain(url(), TestAccount.ID);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Login SUCCEEDED of account-1, event home\n")
                .contains("when           2026-03-02T19:00:00Z\n")
                .containsPattern("impossible-travel +speed \\d+ km/h, needs more than 900 km/h");
    }

    @Test
    void trailing_slash_of_the_address_does_not_matter_and_any_account_id_can_be_asked_for() {
        explain(url() + "/", "a/b c");

        assertThat(run.out()).as(run.err()).startsWith("Login SUCCEEDED of account-1, event home\n");
    }

    @Test
    void settled_event_is_told_by_the_alerts_that_are_left_and_the_way_that_always_works() {
        explain(url(), TestAccount.ID, "--event", "stranger");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Event stranger of account-1\n\nALERTS that rest on it\n")
                .containsPattern("new-country  HIGH  RAISED, alert \\w+ of 2026-03-02T12:00:00Z\n +country +NG\n")
                .contains("This event is settled", "(--events).");
    }

    @Test
    void json_is_the_instances_own() {
        explain(url(), TestAccount.ID, "--json");

        assertThat(run.out())
                .startsWith("{\"accountId\":\"account-1\",\"eventId\":\"home\",")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody    |      | account nobody: no event of this account has been seen",
                "account-1 | none | account account-1: the account is known, but no event none of it is remembered",
                "moving    |      | cannot tell: partitions are being assigned; ask again in a few seconds",
                "lost      |      | cannot tell: the instance at 127.0.0.1:1, which owns the account, does not answer",
            })
    void what_the_instance_cannot_tell_is_passed_on(String account, String event, String sentence) {
        if (event == null) {
            explain(url(), account);
        } else {
            explain(url(), account, "--event", event);
        }

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("tocsin: ").contains(sentence);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void nobody_there_is_told_with_what_to_do() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        explain("http://127.0.0.1:" + port, TestAccount.ID);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "tocsin: no detector answers at http://127.0.0.1:" + port + "; start one, give the address of"
                                + " one with --url, or explain from a file with --events\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "{}", "[1]", "{\"accountId\":\"x\",\"detectors\":[1]}", "<html>not found</html>"})
    void another_server_is_no_tocsin(String body) throws IOException {
        com.sun.net.httpserver.HttpServer other =
                com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(body.startsWith("<") ? 404 : 200, body.isEmpty() ? -1 : body.length());
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body.getBytes(UTF_8));
            }
        });
        other.start();
        try {
            explain("http://127.0.0.1:" + other.getAddress().getPort(), TestAccount.ID);
        } finally {
            other.stop(0);
        }

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is no Tocsin of this version; check --url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "ftp://host", "http://", "http://a b", "http://host/?x=1"})
    void address_that_is_none_is_named(String url) {
        explain(url, TestAccount.ID);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("tocsin: --url " + url + " is no address of a detector; give one such as http");
    }

    private static String url() {
        return "http://127.0.0.1:" + server.port();
    }

    private void explain(String url, String account, Object... more) {
        Object[] words = new Object[5 + more.length];
        System.arraycopy(new Object[] {"explain", "--account", account, "--url", url}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        run.tocsin(words);
    }
}
