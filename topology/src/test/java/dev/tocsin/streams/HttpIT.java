package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tocsin.config.Http;
import dev.tocsin.detection.Check;
import dev.tocsin.explain.Report;
import dev.tocsin.explain.ReportJson;
import dev.tocsin.http.AccountEndpoint;
import dev.tocsin.http.HttpServer;
import dev.tocsin.http.ThresholdsEndpoint;
import dev.tocsin.publishing.Following;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Two instances and the questions that may be asked of either. */
class HttpIT {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void either_instance_tells_what_is_remembered_of_any_account_and_why_its_alerts_fired() throws Exception {
        String run = RealKafka.freshName();
        int port1 = freePort();
        int port2 = freePort();
        try (RunningDetector one = RunningDetector.instanceOf(run, port1);
                RunningDetector two = RunningDetector.instanceOf(run, port2);
                HttpServer http1 = serve(one, port1);
                HttpServer http2 = serve(two, port2)) {
            one.awaitReady();
            two.awaitReady();
            for (int i = 0; i < 8; i++) {
                Story story = new Story("seller-" + i);
                story.habits().forEach(one::send);
                one.send(story.login(story.now, "NG"));
            }
            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> one.alertTable().size() >= 8);

            for (int i = 0; i < 8; i++) {
                HttpResponse<String> first = get(http1.port(), "/accounts/seller-" + i);
                HttpResponse<String> second = get(http2.port(), "/accounts/seller-" + i);
                assertThat(first.statusCode()).isEqualTo(200);
                assertThat(second.body()).isEqualTo(first.body());
                assertThat(first.body())
                        .contains(
                                "\"detector\":\"new-country\"",
                                "\"name\":\"NO\",\"trust\":\"KNOWN\"",
                                "\"severity\":\"HIGH\"");
            }
            for (int i = 0; i < 8; i++) {
                HttpResponse<String> first = get(http1.port(), "/accounts/seller-" + i + "/explain");
                HttpResponse<String> second = get(http2.port(), "/accounts/seller-" + i + "/explain");
                assertThat(first.statusCode()).isEqualTo(200);
                assertThat(second.body()).isEqualTo(first.body());
                Report report = ReportJson.read(first.body());
                assertThat(report.accountId()).isEqualTo("seller-" + i);
                assertThat(report.detectors()).anySatisfy(verdict -> {
                    assertThat(verdict.detector()).isEqualTo("new-country");
                    assertThat(verdict.result()).isEqualTo("FIRED");
                    assertThat(verdict.checks()).contains(new Check("country", "NG, unseen", "not known", true));
                });
                HttpResponse<String> named =
                        get(http1.port(), "/accounts/seller-" + i + "/explain?event=" + report.eventId());
                assertThat(named.body()).isEqualTo(first.body());
                assertThat(get(http2.port(), "/accounts/seller-" + i + "/explain?event=none")
                                .statusCode())
                        .isEqualTo(404);
            }
            assertThat(get(http1.port(), "/accounts/nobody/explain").statusCode())
                    .isEqualTo(404);
            assertThat(get(http1.port(), "/accounts/nobody").statusCode()).isEqualTo(404);
            assertThat(get(http2.port(), "/accounts/nobody").statusCode()).isEqualTo(404);
            assertThat(get(http1.port(), "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(http1.port(), "/health/live").statusCode()).isEqualTo(200);

            two.stop();
            assertThat(get(http2.port(), "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get(http2.port(), "/health/ready").body()).contains("\"reason\":\"Kafka Streams is NOT_RUNNING");
        }
    }

    @Test
    void a_port_in_use_is_named_in_a_sentence() throws IOException {
        try (RunningDetector detector = RunningDetector.started("at_least_once");
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> serve(detector, taken.getLocalPort()).close())
                    .isInstanceOf(HttpServer.PortInUseException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("http.port");
        }
    }

    private static HttpServer serve(RunningDetector detector, int port) {
        Http here = Http.open("127.0.0.1", port);
        return HttpServer.start(
                here,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                () -> detector.app().readiness().trouble(),
                new AccountEndpoint(detector.app().accounts()::find, detector.engine(), here),
                new ThresholdsEndpoint(() -> new Following(Thresholds.defaults(), VersionLog.EMPTY, null)));
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
