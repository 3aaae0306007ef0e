package dev.tocsin.loadtest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.event.Network;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketTest {
    private static final Instant FROM = MarketOptions.DEFAULT_FROM;
    private static final Map<Attack, Double> ATTACKS = Map.of(Attack.MAILBOX, 0.01, Attack.NAIVE, 0.01);

    private static MarketOptions options(long seed) {
        return MarketOptions.ordinary(seed, 2_000, 20_000, FROM, FROM.plus(Duration.ofDays(60)))
                .withAttacks(ATTACKS);
    }

    private static List<Event> all(MarketOptions options) {
        return all(options, new ArrayList<>());
    }

    private static List<Event> all(MarketOptions options, List<Label> labels) {
        Market market = new Market(options, labels::add);
        List<Event> events = new ArrayList<>();
        for (Event event = market.next(); event != null; event = market.next()) {
            events.add(event);
        }
        assertThat(market.waiting()).isZero();
        return events;
    }

    @Test
    void same_seed_and_options_give_the_same_events_and_labels() {
        List<Label> labels = new ArrayList<>();
        List<Label> again = new ArrayList<>();
        assertThat(all(options(5), labels)).isEqualTo(all(options(5), again));
        assertThat(labels).isNotEmpty().isEqualTo(again);
    }

    @Test
    void other_seed_gives_other_events() {
        Set<String> ids = new HashSet<>();
        all(options(5)).forEach(event -> ids.add(event.eventId()));
        assertThat(all(options(6))).noneMatch(event -> ids.contains(event.eventId()));
    }

    @Test
    void events_are_in_order_inside_the_span_and_each_has_its_own_id() {
        List<Event> events = all(options(5));
        assertThat(events).isSortedAccordingTo(Event.BY_TIME);
        assertThat(events.get(0).at()).isGreaterThanOrEqualTo(FROM.toEpochMilli());
        assertThat(events.get(events.size() - 1).at())
                .isLessThan(FROM.plus(Duration.ofDays(60)).toEpochMilli());
        assertThat(events.stream().map(Event::eventId).distinct()).hasSameSizeAs(events);
    }

    @Test
    void shard_is_what_the_whole_has_of_its_accounts_and_all_shards_are_the_whole() {
        List<Event> whole = all(options(5));
        int sum = 0;
        for (int shard = 0; shard < 3; shard++) {
            List<Label> labels = new ArrayList<>();
            List<Event> part = all(options(5).ofShard(shard, 3), labels);
            Set<Long> accounts = new HashSet<>();
            part.forEach(event -> accounts.add(event.account()));
            assertThat(whole.stream().filter(event -> accounts.contains(event.account())))
                    .isEqualTo(part);
            assertThat(accounts).hasSizeBetween(500, 850);
            sum += part.size();
        }
        assertThat(sum).isEqualTo(whole.size());
    }

    /** From a single account to one that would fill memory if it was held, and from few events each to very many. */
    @ParameterizedTest
    @CsvSource({"1,5000,30", "10,5000,30", "50000,50000,1", "3000,60000,7", "100000000,60000,1"})
    void events_are_about_as_many_as_asked_for(long accounts, long events, int days) {
        int count = all(MarketOptions.ordinary(9, accounts, events, FROM, FROM.plus(Duration.ofDays(days))))
                .size();
        assertThat((double) count / events).isCloseTo(1, within(accounts <= 10 ? 0.5 : 0.03));
    }

    @Test
    void what_is_held_are_the_next_hours_and_no_accounts() {
        Market market = new Market(
                MarketOptions.ordinary(1, 100_000_000, 100_000_000, FROM, FROM.plus(Duration.ofDays(30))), label -> {});
        int most = 0;
        for (int i = 0; i < 100_000; i++) {
            assertThat(market.next()).isNotNull();
            most = Math.max(most, market.waiting());
        }
        assertThat(most).isLessThan(20_000);
    }

    @Test
    void labels_name_their_events_all_of_which_come_and_say_nothing_of_it() {
        List<Label> labels = new ArrayList<>();
        List<Event> events = all(options(5), labels);
        assertThat(labels).hasSizeGreaterThan(50);
        for (Label label : labels) {
            assertThat(events).containsAll(label.events());
            assertThat(label.events()).allMatch(event -> event.account() == label.account());
        }
        for (Event event : labels.get(0).events()) {
            assertThat(new String(new JsonLines().line(event), StandardCharsets.UTF_8))
                    .doesNotContainIgnoringCase("attack")
                    .doesNotContainIgnoringCase("mailbox")
                    .doesNotContainIgnoringCase("naive");
        }
    }

    @Test
    void people_with_vpns_and_on_trips_are_as_many_as_asked_for() {
        List<Event> few = all(options(5).withHabits(new Habits(0.02, 0.02)));
        List<Event> many = all(options(5).withHabits(new Habits(0.2, 0.2)));
        List<Predicate<Way>> signs =
                List.of(way -> way.network() == Network.VPN, way -> way.equals(Places.hotel(way.city())));
        for (Predicate<Way> sign : signs) {
            assertThat((double) accounts(many, sign) / accounts(few, sign)).isCloseTo(10, within(4.0));
        }
    }

    private static long accounts(List<Event> events, Predicate<Way> sign) {
        return events.stream()
                .filter(event ->
                        event.origin() != null && sign.test(event.origin().way()))
                .mapToLong(Event::account)
                .distinct()
                .count();
    }

    @Test
    void a_century_begins_at_its_pace() {
        int days = 36_525;
        Market market = new Market(
                MarketOptions.ordinary(1, 1_000, 5_000L * days, FROM, FROM.plus(Duration.ofDays(days))), label -> {});
        long last = 0;
        for (int i = 0; i < 200_000; i++) {
            last = Objects.requireNonNull(market.next()).at();
        }
        assertThat((double) (last - FROM.toEpochMilli()) / Curve.DAY).isCloseTo(40, within(2.0));
    }
}
