package dev.tocsin.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.engine.Outcome;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MicrometerDetectionMetricsTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MicrometerDetectionMetrics metrics = new MicrometerDetectionMetrics(registry);

    @Test
    void an_event_is_counted_with_what_became_of_it() {
        AccountEvent login = LoginBuilder.login("thief", TestAccount.NOW)
                .from(Place.LAGOS)
                .device("other")
                .build();
        TestAccount account = TestAccount.settledInOslo().sees(login);

        metrics.taken(taken(account.last(), login, false));
        metrics.taken(taken(account.repeats(login), login, true));
        metrics.deadLetter("change", "key-mismatch");
        metrics.registryCallFailed();

        assertThat(registry.scrape())
                .contains(
                        "tocsin_events_total{outcome=\"in_order\",type=\"login\"} 1.0",
                        "tocsin_events_total{outcome=\"redelivered\",type=\"login\"} 1.0",
                        "tocsin_events_total{outcome=\"dead_letter\",type=\"change\"} 1.0",
                        "tocsin_alerts_total{detector=\"new-country\",severity=\"high\",status=\"raised\"} 2.0",
                        "tocsin_detector_evaluations_total{detector=\"new-country\",outcome=\"fired\",reason=\"\"} 1.0",
                        "tocsin_detector_evaluations_total{detector=\"failed-burst\",outcome=\"quiet\",reason=\"\"} 1.0",
                        "tocsin_detector_evaluations_total{detector=\"unusual-concurrency\",outcome=\"not_evaluable\",reason=\"no-session\"} 1.0",
                        "tocsin_dead_letters_total{reason=\"key-mismatch\",type=\"change\"} 1.0",
                        "tocsin_registry_failures_total 1.0",
                        "tocsin_engine_seconds_bucket",
                        "tocsin_latency_seconds_count{since=\"occurred_at\"} 2",
                        "tocsin_latency_seconds_count{since=\"record\"} 2",
                        "tocsin_state_bytes_bucket{le=\"400.0\"} 1");
    }

    @Test
    void nothing_read_yet_is_a_count_of_zero_and_not_an_absence() {
        assertThat(registry.scrape())
                .contains(
                        "tocsin_events_total{outcome=\"in_order\",type=\"login\"} 0.0",
                        "tocsin_events_total{outcome=\"dead_letter\",type=\"login\"} 0.0",
                        "tocsin_events_total{outcome=\"late\",type=\"change\"} 0.0",
                        "tocsin_events_total{outcome=\"redelivered\",type=\"change\"} 0.0");
    }

    @Test
    void clocks_that_are_ahead_are_told_by_how_much_and_by_whose() {
        AccountEvent login = LoginBuilder.login("home", TestAccount.NOW).build();
        Outcome outcome = TestAccount.settledInOslo().sees(login).last();
        long recorded = login.atMillis() - 40_000;

        metrics.taken(taken(outcome, login, false));
        metrics.taken(new DetectionMetrics.Taken(
                "login", outcome, false, false, 0, 350, login.atMillis(), recorded, recorded - 7_000));

        assertThat(registry.scrape())
                .contains(
                        "tocsin_clock_ahead_seconds_count{clock=\"event\"} 1",
                        "tocsin_clock_ahead_seconds_max{clock=\"event\"} 40.0",
                        "tocsin_clock_ahead_seconds_count{clock=\"record\"} 1",
                        "tocsin_clock_ahead_seconds_max{clock=\"record\"} 7.0");
    }

    @Test
    void what_was_silenced_is_counted_by_reason() {
        TestAccount account = TestAccount.fresh();
        AccountEvent elsewhere = LoginBuilder.login("e2", TestAccount.NOW.plusSeconds(60))
                .from(Place.LAGOS)
                .build();
        account.sees(LoginBuilder.login("e1", TestAccount.NOW).build(), elsewhere);

        metrics.taken(taken(account.last(), elsewhere, false));

        assertThat(registry.scrape())
                .contains("tocsin_suppressed_total{detector=\"new-country\",reason=\"learning\"} 1.0");
    }

    @Test
    void same_look_is_counted_again_and_a_detector_that_does_not_look_is_not_counted() {
        AccountEvent login = LoginBuilder.login("home", TestAccount.NOW).build();
        Outcome outcome = TestAccount.settledInOslo().sees(login).last();

        metrics.taken(taken(outcome, login, false));
        metrics.taken(taken(outcome, login, false));

        assertThat(registry.scrape())
                .contains(
                        "tocsin_detector_evaluations_total{detector=\"new-country\",outcome=\"quiet\",reason=\"\"} 2.0")
                .doesNotContain("reset-then-payout-change");
    }

    @Test
    void a_detector_is_quiet_whenever_it_looks_and_nothing_else_comes_of_it() {
        AccountEvent home = LoginBuilder.login("home", TestAccount.NOW).build();
        AccountEvent away = LoginBuilder.login("away", TestAccount.NOW.plusSeconds(60))
                .from(Place.LAGOS)
                .build();
        TestAccount account = TestAccount.settledInOslo();
        metrics.taken(taken(account.sees(home).last(), home, false));
        metrics.taken(taken(account.sees(away).last(), away, false));
        metrics.taken(taken(account.last(), away, false));

        assertThat(evaluations("new-country")).isEqualTo(Map.of("quiet", 1.0, "fired", 2.0));
        assertThat(evaluations("unusual-concurrency")).isEqualTo(Map.of("quiet", 0.0, "not_evaluable", 3.0));
    }

    private Map<String, Double> evaluations(String detector) {
        return registry.find("tocsin.detector.evaluations").tag("detector", detector).meters().stream()
                .collect(Collectors.toMap(
                        meter -> Objects.requireNonNull(meter.getId().getTag("outcome")),
                        meter -> meter.measure().iterator().next().getValue()));
    }

    @Test
    void reads_from_the_heap_and_from_the_store_are_told_apart() {
        AccountEvent login = LoginBuilder.login("home", TestAccount.NOW).build();
        Outcome outcome = TestAccount.settledInOslo().sees(login).last();

        metrics.taken(taken(outcome, login, false));
        metrics.taken(taken(outcome, login, false));
        metrics.taken(taken(outcome, login, true));

        assertThat(registry.scrape())
                .contains(
                        "tocsin_state_reads_total{from=\"store\"} 2.0", "tocsin_state_reads_total{from=\"heap\"} 1.0");
    }

    @Test
    void neither_an_account_nor_an_address_becomes_a_tag() {
        AccountEvent login = LoginBuilder.login("thief", TestAccount.NOW)
                .from(Place.LAGOS)
                .device("other")
                .build();
        metrics.taken(taken(TestAccount.settledInOslo().sees(login).last(), login, false));

        assertThat(registry.scrape()).doesNotContain(TestAccount.ID, "105.112", "thief");
    }

    private static DetectionMetrics.Taken taken(Outcome outcome, AccountEvent event, boolean redelivered) {
        return new DetectionMetrics.Taken(
                "login",
                outcome,
                redelivered,
                redelivered,
                20_000,
                redelivered ? 0 : 350,
                event.atMillis(),
                event.atMillis(),
                event.atMillis() + 5);
    }
}
