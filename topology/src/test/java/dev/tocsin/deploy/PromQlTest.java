package dev.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {
    @Test
    void labels_functions_keywords_strings_and_numbers_are_no_metrics() {
        assertThat(PromQl.metricsOf("""
                        sum by (job, namespace) (rate(tocsin_events_total{type="login (a_b)", outcome!~"x}y"}[5m]))
                          / on (job) group_left sum without (instance) (up offset 7d) > 1.5e6
                          and histogram_quantile(0.99, tocsin_latency_seconds_bucket{le="+Inf"} unless a:b)"""))
                .containsExactly("a:b", "tocsin_events_total", "tocsin_latency_seconds_bucket", "up");
    }

    @Test
    void a_word_before_a_bracket_of_its_own_is_a_metric_all_the_same() {
        assertThat(PromQl.metricsOf("disk_free_bytes{job=\"tocsin\"} / (disk_total_bytes)"))
                .containsExactly("disk_free_bytes", "disk_total_bytes");
    }

    @Test
    void variables_of_a_dashboard_stand_in_labels_and_ranges_only() {
        assertThat(PromQl.metricsOf("sum(increase(tocsin_alerts_total{detector=~\"$detector\"}[$__range]))"))
                .containsExactly("tocsin_alerts_total");
    }
}
