package dev.tocsin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VitalsMetricsTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void each_number_has_a_gauge() {
        new VitalsMetrics(() -> new Vitals(true, 3, 2, OptionalLong.of(17), 5_000, 40)).bindTo(registry);

        assertThat(registry.scrape())
                .contains(
                        "tocsin_ready 1.0",
                        "tocsin_tasks{role=\"active\"} 3.0",
                        "tocsin_tasks{role=\"standby\"} 2.0",
                        "tocsin_lag_records 17.0",
                        "tocsin_restore_remaining_records{role=\"active\"} 5000.0",
                        "tocsin_restore_remaining_records{role=\"standby\"} 40.0");
    }

    @Test
    void a_lag_that_nobody_knows_is_not_zero() {
        new VitalsMetrics(() -> Vitals.STARTING).bindTo(registry);

        assertThat(registry.scrape()).contains("tocsin_ready 0.0", "tocsin_lag_records NaN");
    }

    @Test
    void a_scrape_looks_once() {
        AtomicInteger looks = new AtomicInteger();
        new VitalsMetrics(() -> {
                    looks.incrementAndGet();
                    return Vitals.STARTING;
                })
                .bindTo(registry);

        registry.scrape();

        assertThat(looks).hasValue(1);
    }
}
