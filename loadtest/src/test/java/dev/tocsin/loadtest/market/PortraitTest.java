package dev.tocsin.loadtest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A year of 30,000 accounts against the published figures that README.md names.
 *
 * <p>Tolerances are what the generator cannot do better, with room for another seed.
 */
class PortraitTest {
    /** As long as the data set that the figures are of. */
    private static final Duration THIRTEEN_MONTHS = Duration.ofDays(395);

    private static final Portrait PORTRAIT = Portrait.of(MarketOptions.ordinary(
            3, 30_000, 125_000, MarketOptions.DEFAULT_FROM, MarketOptions.DEFAULT_FROM.plus(THIRTEEN_MONTHS)));

    @Test
    void attempts_of_an_account_are_as_many_as_published() {
        assertThat(PORTRAIT.attemptsPerAccount()).as("mean of%n%s", PORTRAIT).isCloseTo(4.0, within(0.17));
        assertThat(PORTRAIT.accountsWithAtMost(1)).isCloseTo(0.397, within(0.02));
        assertThat(PORTRAIT.accountsWithAtMost(2)).as("median is 2").isGreaterThan(0.5);
        assertThat(PORTRAIT.accountsWithAtMost(9)).isCloseTo(0.907, within(0.01));
        assertThat(PORTRAIT.accountsWithAtMost(13)).isCloseTo(0.95, within(0.01));
        assertThat(PORTRAIT.accountsWithAtMost(28)).isCloseTo(0.99, within(0.005));
    }

    @Test
    void attempts_fail_as_often_as_published() {
        assertThat(PORTRAIT.failures()).isCloseTo(0.22, within(0.01));
        assertThat(PORTRAIT.afterManyTries()).isCloseTo(0.0016, within(0.0004));
    }

    @Test
    void time_since_the_last_success_is_distributed_as_published() {
        double[] published = {0.040, 0.107, 0.051, 0.112, 0.172, 0.214, 0.303};
        for (int i = 0; i < published.length; i++) {
            assertThat(PORTRAIT.gap(i)).as("gap " + i).isCloseTo(published[i], within(0.025));
        }
    }

    @Test
    void address_is_the_newer_the_longer_ago_the_last_success_was() {
        double[] published = {0.024, 0.054, 0.120, 0.223, 0.351, 0.539, 0.759};
        for (int i = 0; i < published.length; i++) {
            assertThat(PORTRAIT.newAddress(i)).as("gap " + i).isCloseTo(published[i], within(0.045));
        }
    }

    @Test
    void successes_without_history_and_on_new_networks_are_as_many_as_published() {
        assertThat(PORTRAIT.withoutHistory()).isCloseTo(0.18, within(0.01));
        assertThat(PORTRAIT.newCountries()).isCloseTo(0.16, within(0.025));
        assertThat(PORTRAIT.newProviders()).isCloseTo(0.23, within(0.025));
        assertThat(PORTRAIT.newNetworks()).isCloseTo(0.085, within(0.01));
    }

    @Test
    void countries_have_the_published_shares() {
        Map.of("NO", 0.423, "US", 0.278, "RU", 0.054, "BR", 0.038, "DE", 0.029)
                .forEach((country, share) ->
                        assertThat(PORTRAIT.country(country)).as(country).isCloseTo(share, within(0.012)));
    }

    /** Of 31.2 million published attempts, without the 2.0 million that bots made. */
    @Test
    void devices_have_the_published_shares() {
        assertThat(PORTRAIT.device("mobile")).isCloseTo(19.6 / 29.2, within(0.025));
        assertThat(PORTRAIT.device("desktop")).isCloseTo(7.9 / 29.2, within(0.025));
        assertThat(PORTRAIT.device("tablet")).isCloseTo(0.8 / 29.2, within(0.01));
        assertThat(PORTRAIT.device("unknown")).isCloseTo(0.9 / 29.2, within(0.01));
    }

    /** Attempts a minute at those hours, over their mean of a day. */
    @Test
    void hours_are_as_busy_as_published() {
        Map<Integer, Integer> published =
                Map.of(0, 16, 2, 23, 4, 32, 6, 52, 9, 73, 12, 72, 16, 80, 19, 68, 21, 46, 23, 25);
        double mean = 55.5;
        published.forEach((hour, attempts) ->
                assertThat(PORTRAIT.hour(hour)).as("hour " + hour).isCloseTo(attempts / mean, within(0.11)));
    }
}
