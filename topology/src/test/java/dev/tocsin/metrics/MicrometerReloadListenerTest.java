package dev.tocsin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.DatabaseKind;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class MicrometerReloadListenerTest {
    @Test
    void failures_are_counted_from_zero_for_each_database_in_use() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        MicrometerReloadListener listener =
                new MicrometerReloadListener(registry, List.of(DatabaseKind.CITY, DatabaseKind.ASN));

        listener.reloadFailed(DatabaseKind.CITY);

        assertThat(registry.scrape())
                .contains(
                        "tocsin_enrichment_reload_failures_total{database=\"city-database\"} 1.0",
                        "tocsin_enrichment_reload_failures_total{database=\"asn-database\"} 0.0")
                .doesNotContain("anonymous");
    }
}
