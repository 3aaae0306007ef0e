package dev.tocsin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.thresholds.Refusal;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How published thresholds look to Prometheus. */
class MicrometerPublicationListenerTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MicrometerPublicationListener listener = new MicrometerPublicationListener(registry);

    @Test
    void only_the_version_in_force_is_a_tag() {
        listener.stands("a", 1, 0);
        listener.stands("b", 0, 2);

        assertThat(registry.scrape())
                .contains(
                        "tocsin_thresholds_in_force{version=\"b\"} 1.0\n",
                        "tocsin_thresholds_pending 0.0\n",
                        "tocsin_thresholds_warnings 2.0\n")
                .doesNotContain("version=\"a\"");
    }

    @Test
    void received_and_refused_are_counted_from_zero() {
        assertThat(registry.scrape())
                .contains("tocsin_thresholds_received_total 0.0\n", "refused_total{reason=\"invalid\"} 0.0\n");
        listener.received();
        listener.refused(Refusal.Kind.INVALID);

        assertThat(registry.scrape())
                .contains("tocsin_thresholds_received_total 1.0\n", "refused_total{reason=\"invalid\"} 1.0\n");
    }

    @Test
    void last_contact_is_in_seconds() {
        listener.contact(Instant.ofEpochMilli(1_795_000_000_500L));

        assertThat(registry.get("tocsin.thresholds.contact.timestamp").gauge().value())
                .isEqualTo(1_795_000_000.5);
        assertThat(registry.scrape()).contains("tocsin_thresholds_contact_timestamp_seconds 1.7950000005E9\n");
    }
}
