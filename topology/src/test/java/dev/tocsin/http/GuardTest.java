package dev.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.tocsin.config.AccessTokens;
import dev.tocsin.config.Http;
import dev.tocsin.testing.Heard;
import dev.tocsin.testing.TestAccount;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in by a token, and what strangers are told. */
class GuardTest {
    private final Heard audit = Heard.of(AuditLog.LOGGER, Level.INFO);
    private HttpServer server = Serving.start(Serving.guarded(Serving.TOKENS, null));

    @AfterEach
    void stop() {
        server.close();
        audit.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/thresholds",
                "/thresholds/x",
                "/accounts/account-1",
                "/accounts/account-1/explain",
                "/nowhere",
                "/",
                "/health/live/",
                "//health/live",
                "/health/live/..;/accounts",
                "/HEALTH/LIVE"
            })
    void strangers_are_told_nothing_but_health(String path) throws Exception {
        for (String method : new String[] {"GET", "HEAD", "POST", "OPTIONS"}) {
            HttpResponse<String> answer = Asked.plainly().ask(method, server, path);

            assertThat(answer.statusCode()).as(method).isIn(400, 401);
            assertThat(answer.body()).doesNotContain("tocsin_", "account-1", "version");
        }
    }

    @Test
    void stranger_is_told_what_is_needed_and_how_to_show_it() throws Exception {
        HttpResponse<String> answer = Asked.plainly().get(server, "/metrics");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"tocsin\"");
        assertThat(answer.body()).contains("\"error\":\"this needs a token");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void health_is_told_to_everybody_and_its_reasons_to_those_who_may_ask() throws Exception {
        assertThat(Asked.plainly().get(server, "/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> stranger = Asked.plainly().get(server, "/health/ready");
        HttpResponse<String> known = Asked.plainly().withToken(Serving.ANNA).get(server, "/health/ready");

        assertThat(stranger.statusCode()).isEqualTo(503);
        assertThat(stranger.body()).isEqualTo("{\"status\":\"not ready\"}");
        assertThat(known.statusCode()).isEqualTo(503);
        assertThat(known.body()).contains("kafka-7.internal is away");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/thresholds", "/accounts/account-1", "/accounts/account-1/explain"})
    void each_token_opens_everything(String path) throws Exception {
        assertThat(Asked.plainly().withToken(Serving.ANNA).get(server, path).statusCode())
                .isEqualTo(200);
        assertThat(Asked.plainly()
                        .with("bearer  " + Serving.PROMETHEUS + " ")
                        .get(server, path)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer anna-token-0123456789abcdee",
                "Bearer anna-token-0123456789abcdef0",
                "Bearer anna-token-0123456789abcde",
                "Bearer anna",
                "Bearer",
                "Bearer anna-token-0123456789abcdef, prom-token-0123456789abcdef",
                "Basic YW5uYS10b2tlbi0wMTIzNDU2Nzg5YWJjZGVm",
                "anna-token-0123456789abcdef",
                "Bearer \u00e4nna-token-0123456789abcdef"
            })
    void what_is_not_exactly_a_token_opens_nothing(String header) throws Exception {
        assertThat(Asked.plainly().with(header).get(server, "/metrics").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusals_are_counted() throws Exception {
        for (int i = 0; i < 3; i++) {
            Asked.plainly().get(server, "/accounts/account-1");
        }

        assertThat(Asked.plainly()
                        .withToken(Serving.PROMETHEUS)
                        .get(server, "/metrics")
                        .body())
                .contains("tocsin_http_refused_total 3.0");
    }

    @Test
    void refusal_is_told_once_a_second_at_most_and_names_no_token() throws Exception {
        for (int i = 0; i < 20; i++) {
            Asked.plainly().withToken("wrong-" + Serving.ANNA).get(server, "/accounts/account-" + i);
        }

        assertThat(audit.lines()).hasSizeBetween(1, 19).allSatisfy(line -> assertThat(line)
                .contains("\"what\":\"refused\"", "\"path\":\"/accounts/account-", "\"from\":\"127.0.0.1\"")
                .doesNotContain("wrong-"));
    }

    @Test
    void where_only_this_machine_can_ask_nobody_need_say_who_they_are() throws IOException, InterruptedException {
        server.close();
        server = Serving.start(Serving.guarded(AccessTokens.NONE, null));

        assertThat(Asked.plainly().get(server, "/accounts/" + TestAccount.ID).statusCode())
                .isEqualTo(200);
        assertThat(Asked.plainly().get(server, "/health/ready").body()).contains("kafka-7.internal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "localhost", "::1", "0:0:0:0:0:0:0:1"})
    void loopback_is_recognised(String host) {
        assertThat(Http.open(host, 0).isLoopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "127.0.0.1.example.com", "localhost.example", "10.0.0.1", "1127.0.0.1"})
    void what_others_may_reach_is_not_loopback(String host) {
        assertThat(Http.open(host, 0).isLoopback()).isFalse();
    }
}
