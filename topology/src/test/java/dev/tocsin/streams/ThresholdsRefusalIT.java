package dev.tocsin.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.config.Http;
import dev.tocsin.http.AccountEndpoint;
import dev.tocsin.http.HttpServer;
import dev.tocsin.http.ThresholdsEndpoint;
import dev.tocsin.metrics.MicrometerPublicationListener;
import dev.tocsin.publishing.ThresholdsFollower;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionedRuleBook;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A detector whose topic of thresholds is sent something bad: it is told everywhere, and changes nothing. */
class ThresholdsRefusalIT {
    private static final String GOOD = "version: good\ndetectors: { failed-burst: { failures: 5 } }\n";

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void bad_document_is_refused_counted_and_warned_of_while_the_last_good_one_stays_in_force() throws Exception {
        String run = RealKafka.freshName();
        Operator operator = new Operator(folder, run);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        VersionedRuleBook rules = new VersionedRuleBook(Thresholds.defaults());
        try (RunningDetector detector = RunningDetector.instanceOf(run, rules);
                ThresholdsFollower follower = operator.following(rules, new MicrometerPublicationListener(meters));
                HttpServer http = serve(detector, follower, meters)) {
            follower.start();
            detector.awaitReady();
            assertThat(operator.publish(GOOD).exitCode()).isZero();
            await().atMost(RunningDetector.PATIENCE).untilAsserted(() -> assertThat(meters.scrape())
                    .contains("tocsin_thresholds_in_force{version=\"good\"} 1.0"));

            detector.send(
                    detector.topics().thresholds(),
                    "bad",
                    "version: bad\ndetectors: { new-contry: {} }\n".getBytes(UTF_8));

            await().atMost(RunningDetector.PATIENCE).untilAsserted(() -> assertThat(meters.scrape())
                    .contains(
                            "tocsin_thresholds_refused_total{reason=\"invalid\"} 1.0",
                            "tocsin_thresholds_warnings 1.0",
                            "tocsin_thresholds_in_force{version=\"good\"} 1.0"));
            assertThat(get(http, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(http, "/health/ready").body())
                    .contains(
                            "\"warnings\":[\"the document published at ",
                            "as bad was refused",
                            "did you mean new-country?");
            assertThat(get(http, "/thresholds").body())
                    .contains(
                            "{\"inForce\":{\"version\":\"good\",\"sha256\":\"",
                            "\"kind\":\"INVALID\"",
                            "\"lastContact\":");
            assertThat(get(http, "/thresholds/good").body()).isEqualTo(GOOD);
            assertThat(get(http, "/thresholds/good").headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
            assertThat(get(http, "/thresholds/" + Thresholds.defaults().version())
                            .body())
                    .isEqualTo(Thresholds.defaults().text());
            assertThat(get(http, "/thresholds/bad").statusCode()).isEqualTo(404);
            assertThat(operator.thresholds("history", "--config", operator.config())
                            .out())
                    .contains("good", "(in force)", "refused:", "did you mean new-country?");

            assertThat(operator.publish(GOOD.replace("good", "better").replace('5', '6'))
                            .exitCode())
                    .isZero();
            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> !get(http, "/health/ready").body().contains("warnings"));
        }
    }

    private static HttpServer serve(
            RunningDetector detector, ThresholdsFollower follower, PrometheusMeterRegistry meters) {
        Http here = Http.open("127.0.0.1", 0);
        return HttpServer.start(
                here,
                meters,
                () -> detector.app().readiness().trouble(),
                new AccountEndpoint(detector.app().accounts()::find, detector.engine(), here),
                new ThresholdsEndpoint(follower::following));
    }

    private HttpResponse<String> get(HttpServer http, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
