package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluation;
import dev.tocsin.testing.RandomHistory;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every signal of every detector promises, whatever happened: held against random histories with late events. */
class DetectorContractTest {
    private static final int HISTORIES = 200;
    private static final int EVENTS = 100;
    private static final Set<String> CITIES =
            Set.of("Oslo", "Drammen", "Bergen", "Tromso", "Stockholm", "Berlin", "Lagos", "New York");

    private static final List<Told> TOLD = new ArrayList<>();
    private static final List<Evaluation> EVALUATIONS = new ArrayList<>();

    /** An alert, silenced or not, and the history that it came from; the seed names it in a failure. */
    private record Told(long seed, Map<String, AccountEvent> history, Alert alert) {
        Signal signal() {
            return alert.signal();
        }

        Wording wording() {
            return dev.tocsin.detection.Told.of(signal());
        }

        @Override
        public String toString() {
            return "seed " + seed + ": " + alert;
        }
    }

    @BeforeAll
    static void live() {
        for (long seed : new Random(7).longs(HISTORIES).toArray()) {
            List<AccountEvent> events = RandomHistory.of(seed, EVENTS);
            Map<String, AccountEvent> history =
                    events.stream().collect(Collectors.toMap(AccountEvent::eventId, Function.identity()));
            TestAccount account = TestAccount.fresh();
            for (AccountEvent event : RandomHistory.shuffled(events, seed, Duration.ofHours(30))) {
                account.sees(event);
                EVALUATIONS.addAll(account.last().evaluations().all());
                Stream.of(account.last().raised(), account.last().suppressed())
                        .flatMap(List::stream)
                        .forEach(alert -> TOLD.add(new Told(seed, history, alert)));
            }
        }
    }

    @Test
    void every_detector_fires_somewhere_and_is_not_only_silenced() {
        assertThat(firing(told -> told.alert().suppressedBy() == null)).containsExactlyElementsOf(ids());
    }

    /** Those that count around an event cannot tell when it is late; every other one can. */
    @Test
    void every_detector_can_tell_of_a_late_event_or_says_that_it_cannot() {
        Set<String> cannot = reasons().stream()
                .filter(reason -> reason.endsWith(" late"))
                .map(reason -> reason.replace(" late", ""))
                .collect(Collectors.toSet());
        Set<String> late = firing(told -> told.alert().late());

        assertThat(late).doesNotContainAnyElementsOf(cannot);
        cannot.addAll(late);
        assertThat(cannot).containsExactlyInAnyOrderElementsOf(ids());
    }

    private static Set<String> firing(Predicate<Told> which) {
        return TOLD.stream()
                .filter(which)
                .map(told -> told.signal().detector())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> ids() {
        return DetectorCatalog.items().stream().map(DetectorCatalog.Item::id).toList();
    }

    @Test
    void facts_are_documented_and_in_the_documented_order() {
        assertThat(TOLD).allSatisfy(told -> {
            List<String> documented = profile(told).factKeys();
            List<String> keys = List.copyOf(told.signal().facts().keySet());
            assertThat(documented).containsAll(keys);
            assertThat(keys).isSortedAccordingTo(Comparator.comparing(documented::indexOf));
        });
    }

    @Test
    void every_documented_fact_is_told_somewhere() {
        for (DetectorCatalog.Item<?> item : DetectorCatalog.items()) {
            if (item.profile().factKeys() != Sequence.FACTS) {
                assertThat(keysTold(profile -> profile.id().equals(item.id())))
                        .as(item.id())
                        .containsExactlyInAnyOrderElementsOf(item.profile().factKeys());
            }
        }
        assertThat(keysTold(profile -> profile.factKeys() == Sequence.FACTS))
                .as("sequences, each of which leaves out what does not apply")
                .containsExactlyInAnyOrderElementsOf(Sequence.FACTS);
    }

    private static Set<String> keysTold(Predicate<Profile> by) {
        return TOLD.stream()
                .filter(told -> by.test(profile(told)))
                .flatMap(told -> told.signal().facts().keySet().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void words_are_whole_and_the_summary_tells_the_threshold() {
        assertThat(TOLD).allSatisfy(told -> {
            Wording wording = told.wording();
            assertThat(Stream.of(wording.title(), wording.summary(), wording.ownerMessage()))
                    .noneMatch(text -> text.isBlank() || text.contains("null") || text.contains("%"));
            assertThat(wording.summary()).contains("Threshold: ");
        });
    }

    @Test
    void owner_is_told_no_city_no_country_no_address_and_what_to_do() {
        assertThat(TOLD).allSatisfy(told -> {
            String message = told.wording().ownerMessage();
            assertThat(CITIES).noneMatch(message::contains);
            assertThat(message).doesNotContainPattern("\\d").doesNotContainPattern("\\b[A-Z]{2,}\\b");
            assertThat(message).contains("If ");
        });
    }

    @Test
    void evidence_cites_events_that_happened_when_it_says_earlier_first() {
        assertThat(TOLD).allSatisfy(told -> {
            List<Evidence> evidence = told.signal().evidence();
            assertThat(evidence).isNotEmpty().isSortedAccordingTo(Comparator.comparing(Evidence::occurredAt));
            assertThat(evidence).allSatisfy(item -> {
                AccountEvent event = told.history().get(item.eventId());
                assertThat(event).isNotNull();
                assertThat(item.occurredAt()).isEqualTo(event.occurredAt());
                assertThat(item.what()).isNotBlank();
            });
        });
    }

    @Test
    void alert_happened_when_its_last_event_did() {
        assertThat(TOLD).allSatisfy(told -> {
            List<Evidence> evidence = told.signal().evidence();
            assertThat(told.alert().occurredAt())
                    .isEqualTo(evidence.get(evidence.size() - 1).occurredAt());
        });
    }

    @Test
    void confidence_is_a_percentage_and_a_hold_lies_ahead() {
        assertThat(TOLD).allSatisfy(told -> {
            assertThat(told.signal().confidence()).isBetween(1, 100);
            if (told.signal().holdUntil() != null) {
                assertThat(told.signal().holdUntil()).isAfter(told.alert().occurredAt());
            }
        });
    }

    @Test
    void what_could_not_be_told_has_one_of_a_few_reasons() {
        assertThat(reasons())
                .containsExactlyInAnyOrder(
                        "anonymous-network no-network",
                        "burst-then-success late",
                        "failed-burst late",
                        "flip-back no-destination",
                        "impossible-travel no-position",
                        "login-velocity-spike late",
                        "mfa-enrolled-then-payout no-device",
                        "mfa-fatigue late",
                        "mfa-fatigue-accepted late",
                        "new-asn no-asn",
                        "new-asn nothing-known",
                        "new-city no-city",
                        "new-city no-known-city",
                        "new-context no-country",
                        "new-context no-device",
                        "new-context nothing-known",
                        "new-country no-country",
                        "new-country nothing-known",
                        "new-device no-device",
                        "new-device-then-payout no-source",
                        "reset-request-flood late",
                        "session-replay no-asn",
                        "session-replay no-device",
                        "session-replay no-session",
                        "unusual-concurrency late",
                        "unusual-concurrency no-session");
    }

    private static Set<String> reasons() {
        return EVALUATIONS.stream()
                .filter(evaluation -> evaluation.result() == Evaluation.Result.NOT_EVALUABLE)
                .map(evaluation -> evaluation.detector() + ' ' + evaluation.reason())
                .collect(Collectors.toSet());
    }

    private static Profile profile(Told told) {
        return DetectorCatalog.find(told.signal().detector()).orElseThrow().profile();
    }
}
