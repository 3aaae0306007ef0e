package dev.tocsin.loadtest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttacksTest {
    private static final Instant FROM = MarketOptions.DEFAULT_FROM;
    private static final MarketOptions OPTIONS =
            MarketOptions.ordinary(5, 2_000, 20_000, FROM, FROM.plus(Duration.ofDays(300)));
    private static final long DAY = Duration.ofDays(1).toMinutes();

    private static List<Label> labels(Map<Attack, Double> shares, List<Event> events) {
        List<Label> labels = new ArrayList<>();
        Market market = new Market(OPTIONS.withAttacks(shares), labels::add);
        for (Event event = market.next(); event != null; event = market.next()) {
            events.add(event);
        }
        return labels;
    }

    private static List<Label> labels(Attack attack, double share) {
        return labels(Map.of(attack, share), new ArrayList<>());
    }

    /** So that a sweep compares the same attacks, and more of them. */
    @ParameterizedTest
    @EnumSource
    void share_of_a_kind_is_that_of_the_visits_that_it_fits_and_a_larger_one_has_the_smaller_ones_attacks(
            Attack attack) {
        List<Label> all = labels(attack, 1);
        List<Label> some = labels(attack, 0.3);
        assertThat(all).isNotEmpty();
        assertThat(new HashSet<>(all).containsAll(some)).isTrue();
        assertThat((double) some.size()).isCloseTo(0.3 * all.size(), within(fourSigma(0.3, all.size())));
    }

    private static double fourSigma(double share, int count) {
        return 4 * Math.sqrt(share * (1 - share) * count);
    }

    /** Half within 5 minutes, 95 % within 6 hours, and one in ten later than a day: assumed. */
    @Test
    void money_goes_elsewhere_as_long_after_the_login_as_assumed() {
        List<Double> minutes = new ArrayList<>();
        for (Label label : labels(Attack.QUIET_THEFT, 1)) {
            long login = label.from();
            label.events().stream()
                    .filter(event -> event.deed() == Deed.PAYOUT_CHANGED)
                    .findFirst()
                    .ifPresent(event -> minutes.add((event.at() - login - 20_000) / 60_000.0));
        }
        assertThat(minutes).hasSizeGreaterThan(2_000);
        assertThat(laterThan(5, minutes)).isCloseTo(0.55, within(0.03));
        assertThat(laterThan(360, minutes)).isCloseTo(0.145, within(0.02));
        assertThat(laterThan(DAY - 1, minutes)).isCloseTo(0.113, within(0.02));
        assertThat(laterThan(7 * DAY, minutes)).isZero();
    }

    private static double laterThan(long limit, List<Double> minutes) {
        return (double) minutes.stream().filter(value -> value > limit).count() / minutes.size();
    }

    @Test
    void device_of_a_thief_is_not_the_owners() {
        Map<Long, Set<Long>> devices = new HashMap<>();
        List<Event> events = new ArrayList<>();
        Set<String> thefts = new HashSet<>();
        labels(Map.of(Attack.TARGETED, 0.3), events)
                .forEach(label -> thefts.add(label.events().get(0).eventId()));
        int unheardOf = 0;
        for (Event event : events) {
            Origin origin = event.origin();
            if (origin != null) {
                boolean isNew = devices.computeIfAbsent(event.account(), account -> new HashSet<>())
                        .add(origin.device());
                unheardOf += isNew && thefts.contains(event.eventId()) ? 1 : 0;
            }
        }
        assertThat(unheardOf).isEqualTo(thefts.size()).isPositive();
    }

    @Test
    void attacks_are_on_accounts_seen_before_and_as_many_as_asked_for() {
        List<Event> events = new ArrayList<>();
        List<Label> labels = labels(Map.of(Attack.NAIVE, 0.05), events);
        Set<Long> seen = new HashSet<>();
        Map<String, Label> starts = new HashMap<>();
        labels.forEach(label -> starts.put(label.events().get(0).eventId(), label));
        int strangers = 0;
        for (Event event : events) {
            strangers += starts.containsKey(event.eventId()) && !seen.contains(event.account()) ? 1 : 0;
            seen.add(event.account());
        }
        assertThat(strangers).isLessThan(labels.size() / 20);
        assertThat(labels.size() / (double) events.size()).isBetween(0.02, 0.05);
    }
}
