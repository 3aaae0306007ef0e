package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Learning;
import dev.tocsin.alerting.Rules;
import dev.tocsin.testing.RandomHistory;
import dev.tocsin.testing.TestAccount;
import dev.tocsin.testing.WildHistory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A look explains the finding that it led to, for every detector and whatever happened. */
class LookLawsTest {
    private static final int HISTORIES = 100;

    /** What each detector's findings were, so that a law that was never tried does not count as held. */
    private static final Map<String, Set<Class<?>>> FINDINGS = new TreeMap<>();

    private static final Set<Missing> MISSING = EnumSet.noneOf(Missing.class);

    /** Looks with the production detector, and holds what was taken down against what it found. */
    private record Witness(Detector detector) implements Detector {
        @Override
        public Finding examine(Moment moment, Look unrecorded) {
            Look look = Look.recorded();
            Finding finding = detector.examine(moment, look);
            if (!finding.equals(detector.examine(moment, unrecorded))) {
                throw new AssertionError(id() + ": taking it down changes " + finding);
            }
            hold(finding, look.checks());
            FINDINGS.computeIfAbsent(id(), id -> new HashSet<>()).add(finding.getClass());
            return finding;
        }

        private void hold(Finding finding, List<Check> checks) {
            boolean fires = !checks.isEmpty() && checks.stream().allMatch(Check::holds);
            boolean isTold = checks.stream().allMatch(LookLawsTest::isWhole);
            if (finding instanceof Finding.NotEvaluable missing) {
                Missing what = Missing.of(missing.reason());
                MISSING.add(what);
                isTold &= checks.contains(new Check(what.what(), what.seen(), what.needed(), false));
            }
            if (checks.isEmpty() || !isTold || fires != finding instanceof Signal) {
                throw new AssertionError(id() + ": " + finding + " after " + checks);
            }
        }

        @Override
        public Profile profile() {
            return detector.profile();
        }

        @Override
        public Duration cooldown() {
            return detector.cooldown();
        }

        @Override
        public Action recommend(Severity severity) {
            return detector.recommend(severity);
        }

        @Override
        public Wording tell(Severity severity, Map<String, String> facts) {
            return detector.tell(severity, facts);
        }

        @Override
        public List<AccountEvent> drill() {
            return detector.drill();
        }
    }

    private static boolean isWhole(Check check) {
        return Stream.of(check.what(), check.seen(), check.needed())
                .noneMatch(words -> words.isBlank() || words.contains("null"));
    }

    @BeforeAll
    static void live() {
        List<Detector> witnesses = TestAccount.defaultDetectors().stream()
                .<Detector>map(Witness::new)
                .toList();
        Rules rules = new Rules("witnessed", witnesses, Learning.DEFAULTS);
        for (long seed : new Random(11).longs(HISTORIES).toArray()) {
            List<AccountEvent> lived = RandomHistory.of(seed, 100);
            tell(rules, seed, RandomHistory.shuffled(lived, seed, Duration.ofHours(30)));
            tell(rules, seed, WildHistory.of(seed, 150));
        }
        for (Detector detector : TestAccount.defaultDetectors()) {
            TestAccount account = TestAccount.freshUnder(rules);
            Drill.history().forEach(account::sees);
            detector.drill().forEach(account::sees);
        }
    }

    private static void tell(Rules rules, long seed, List<AccountEvent> events) {
        TestAccount account = TestAccount.freshUnder(rules);
        for (AccountEvent event : events) {
            try {
                account.sees(event);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", event " + event.eventId(), e);
            }
        }
    }

    @Test
    void every_detector_was_seen_to_fire_and_to_stay_quiet() {
        assertThat(FINDINGS.keySet())
                .containsExactlyElementsOf(DetectorCatalog.items().stream()
                        .map(DetectorCatalog.Item::id)
                        .toList());
        assertThat(FINDINGS)
                .allSatisfy((id, found) -> assertThat(found).as(id).contains(Signal.class, Finding.Quiet.class));
    }

    @Test
    void everything_that_can_be_missing_was_missed() {
        assertThat(MISSING).containsExactlyInAnyOrder(Missing.values());
    }

    /** On one threshold just below and just above must not look the same. */
    @Test
    void rounding_does_not_hide_which_side_a_value_is_on() {
        Look look = Look.recorded();
        look.exceeds("speed", 900.4, 900, " km/h");
        look.exceeds("speed", 899.6, 900, " km/h");
        look.exceeds("speed", 900, 900, " km/h");
        look.isWithin("gap", 3_630_000, Duration.ofHours(1));
        look.reaches("share", 0.2999, 0.3);

        assertThat(look.checks())
                .containsExactly(
                        new Check("speed", "just over 900 km/h", "more than 900 km/h", true),
                        new Check("speed", "just under 900 km/h", "more than 900 km/h", false),
                        new Check("speed", "900 km/h", "more than 900 km/h", false),
                        new Check("gap", "just over 1 h", "at most 1 h", false),
                        new Check("share", "just under 0.30", "at least 0.30", false));
    }

    @Test
    void unrecorded_look_takes_nothing_down() {
        Look look = Look.unrecorded();
        look.exceeds("speed", 901, 900, " km/h");
        look.lacks(Finding.NO_ASN);

        assertThat(look.checks()).isEmpty();
        assertThat(look.aside()).isSameAs(look);
    }
}
