package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.tocsin.config.AccessTokens;
import dev.tocsin.config.Http;
import dev.tocsin.http.AccountEndpoint;
import dev.tocsin.http.HttpServer;
import dev.tocsin.http.ThresholdsEndpoint;
import dev.tocsin.publishing.Following;
import dev.tocsin.testing.Heard;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** A detector that works, with secrets of every kind in its settings, tells none of them, at INFO of everything. */
class SecretsIT {
    private static final String TOKEN = "HUSH-hush-hush-hush-hush-hush";

    private static final Map<String, String> SECRETS = Map.of(
            "sasl.jaas.config", "x.Module required password=\"HUSH\";",
            "producer.sasl.jaas.config", "x.Module required password=\"HUSH\";",
            "ssl.keystore.password", "HUSH",
            "ssl.key.password", "HUSH",
            "ssl.truststore.password", "HUSH",
            "ssl.keystore.key", "HUSH",
            "sasl.oauthbearer.client.credentials.client.secret", "HUSH",
            "my.login.module.password", "HUSH",
            "schema.registry.basic.auth.credentials.source", "USER_INFO",
            "schema.registry.basic.auth.user.info", "ada:HUSH");

    @Test
    void neither_log_nor_metrics_nor_answers_tell_a_secret() throws Exception {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Http here = new Http("127.0.0.1", 0, null, new AccessTokens(Map.of("anna", TOKEN)), null);
        try (Heard heard = Heard.of(Logger.ROOT_LOGGER_NAME, Level.INFO);
                Heard kafka = Heard.of("org.apache.kafka", Level.INFO);
                Heard streams = Heard.of("org.apache.kafka.streams.StreamsConfig", Level.INFO);
                RunningDetector detector = RunningDetector.startedWith(SECRETS);
                KafkaStreamsMetrics binder =
                        new KafkaStreamsMetrics(detector.app().streams());
                HttpServer http = HttpServer.start(
                        here,
                        meters,
                        () -> detector.app().readiness().trouble(),
                        new AccountEndpoint(detector.app().accounts()::find, detector.engine(), here),
                        new ThresholdsEndpoint(() -> new Following(Thresholds.defaults(), VersionLog.EMPTY, null)))) {
            binder.bindTo(meters);
            Story story = new Story("seller-1");
            story.habits().forEach(detector::send);
            detector.send(story.login(story.now, "NG"));
            await().atMost(RunningDetector.PATIENCE)
                    .until(() -> !detector.alertTable().isEmpty());

            for (String path : List.of(
                    "/metrics", "/health/ready", "/thresholds", "/accounts/seller-1", "/accounts/seller-1/explain")) {
                assertThat(get(http.port(), path)).as(path).isNotEmpty().doesNotContain("HUSH");
            }
            detector.stop();

            assertThat(detector.options().toString()).doesNotContain("HUSH");
            assertThat(kafka.lines()).anyMatch(line -> line.contains("sasl.jaas.config = [hidden]"));
            assertThat(String.join("\n", heard.lines())).contains("seller-1").doesNotContain("HUSH");
            assertThat(String.join("\n", kafka.lines()) + streams.lines()).doesNotContain("HUSH");
        }
    }

    private static String get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
