package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Mark;
import dev.tocsin.alerting.Learning;
import dev.tocsin.alerting.Rules;
import dev.tocsin.detection.Action;
import dev.tocsin.detection.Detector;
import dev.tocsin.detection.DetectorCatalog;
import dev.tocsin.detection.Evidence;
import dev.tocsin.detection.Finding;
import dev.tocsin.detection.Look;
import dev.tocsin.detection.Moment;
import dev.tocsin.detection.Profile;
import dev.tocsin.detection.Severity;
import dev.tocsin.detection.Signal;
import dev.tocsin.detection.Wording;
import dev.tocsin.engine.SelfCheck.Silent;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fire drill finds, and that it blames nobody who can fire. */
class SelfCheckTest {
    private static final String TOLD =
            "can never fire under these settings: told exactly what it looks for, it ends up ";

    @Test
    void nobody_is_silent_as_shipped() {
        assertThat(SelfCheck.run(TestAccount.RULES)).isEmpty();
    }

    @Test
    void nobody_is_silent_alone_but_those_who_follow_others() {
        List<String> silent = TestAccount.defaultDetectors().stream()
                .filter(detector -> !SelfCheck.run(rules(detector)).isEmpty())
                .map(Detector::id)
                .toList();

        assertThat(silent).containsExactly("brute-then-change", "new-location-then-sensitive");
    }

    @Test
    void who_follows_alerts_that_nobody_raises_is_told_whose() {
        assertThat(SelfCheck.run(without("impossible-travel", "new-context", "new-country")))
                .containsExactly(new Silent(
                        "new-location-then-sensitive",
                        "can never fire: it follows alerts of impossible-travel, new-context, new-country,"
                                + " which are all switched off or in shadow"));
        assertThat(SelfCheck.run(without("burst-then-success", "failed-burst", "mfa-fatigue-accepted")))
                .containsExactly(new Silent(
                        "brute-then-change",
                        "can never fire: it follows alerts of burst-then-success, failed-burst, mfa-fatigue-accepted,"
                                + " which are all switched off or in shadow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"impossible-travel", "new-context", "new-country"})
    void one_leader_to_a_strange_place_is_enough(String leader) {
        assertThat(SelfCheck.run(only(leader, "new-location-then-sensitive"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"burst-then-success", "failed-burst", "mfa-fatigue-accepted"})
    void one_leader_to_guessing_is_enough(String leader) {
        assertThat(SelfCheck.run(only(leader, "brute-then-change"))).isEmpty();
    }

    @Test
    void follower_of_one_who_can_never_fire_is_silent_and_names_it() {
        Detector mute = new Fake("new-country", 0, moment -> Finding.QUIET);
        Detector follower = detector("new-location-then-sensitive");

        assertThat(SelfCheck.run(rules(mute, follower)))
                .containsExactly(
                        new Silent("new-country", TOLD + "quiet"),
                        new Silent(
                                "new-location-then-sensitive",
                                TOLD + "quiet, and so may new-country, which it follows"));
    }

    private record Mute(String words, Function<Moment, Finding> finding) {
        @Override
        public String toString() {
            return words;
        }
    }

    static List<Mute> mute() {
        return List.of(
                new Mute("quiet", moment -> Finding.QUIET),
                new Mute("not evaluable (no-device)", moment -> Finding.NO_DEVICE));
    }

    @ParameterizedTest
    @MethodSource("mute")
    void one_that_never_fires_is_told_how_it_ended(Mute mute) {
        assertThat(SelfCheck.run(rules(new Fake("mute", 3, mute.finding()))))
                .containsExactly(new Silent("mute", TOLD + mute.words()));
    }

    @Test
    void one_that_is_not_shown_the_events_of_its_own_story_is_silent() {
        Profile blind = new Profile(
                "blind",
                Profile.Kind.VOLUME,
                Profile.Watches.CHANGES,
                Mark.Trail.NONE,
                Mark.Trail.NONE,
                false,
                List.of(),
                List.of());

        assertThat(SelfCheck.run(rules(new Fake(blind, 1, SelfCheckTest::signal))))
                .containsExactly(new Silent("blind", TOLD + "quiet"));
    }

    @Test
    void one_that_fires_once_and_then_cools_down_is_not_silent() {
        Detector once = new Fake(
                "once", 3, moment -> moment.event().eventId().startsWith("drill") ? signal(moment) : Finding.QUIET);

        assertThat(SelfCheck.run(rules(once))).isEmpty();
    }

    @Test
    void one_that_is_silenced_from_the_start_is_told_by_what() {
        assertThat(SelfCheck.run(rules(new Fake("noisy", 3, SelfCheckTest::signal))))
                .containsExactly(new Silent("noisy", TOLD + "suppressed (cooldown)"));
    }

    @Test
    void longest_learning_that_can_be_asked_for_silences_nobody() {
        Learning longest = new Learning(Duration.ofDays(100_000), 255);
        Rules rules = new Rules("test", TestAccount.defaultDetectors(), longest);

        assertThat(SelfCheck.run(rules)).isEmpty();
    }

    private static Signal signal(Moment moment) {
        Evidence evidence =
                new Evidence(moment.event().eventId(), "login", moment.event().occurredAt());
        return new Signal("once", Severity.LOW, 50, "it", List.of(evidence), Map.of(), null);
    }

    /** A detector that makes the same of every login, with so many logins as its story. */
    private record Fake(Profile profile, int logins, Function<Moment, Finding> finding) implements Detector {
        Fake(String id, int logins, Function<Moment, Finding> finding) {
            this(profile(id), logins, finding);
        }

        private static Profile profile(String id) {
            return DetectorCatalog.find(id)
                    .<Profile>map(DetectorCatalog.Item::profile)
                    .orElse(new Profile(
                            id,
                            Profile.Kind.VOLUME,
                            Profile.Watches.LOGINS,
                            Mark.Trail.NONE,
                            Mark.Trail.NONE,
                            false,
                            List.of(),
                            List.of()));
        }

        @Override
        public Duration cooldown() {
            return Duration.ofHours(1);
        }

        @Override
        public Finding examine(Moment moment, Look look) {
            return finding.apply(moment);
        }

        @Override
        public Action recommend(Severity severity) {
            return Action.REVIEW;
        }

        @Override
        public Wording tell(Severity severity, Map<String, String> facts) {
            return new Wording("", "", "");
        }

        @Override
        public List<AccountEvent> drill() {
            List<AccountEvent> story = detector("failed-burst").drill();
            return story.subList(0, logins);
        }
    }

    private static Rules without(String... ids) {
        Set<String> off = Set.of(ids);
        return rules(TestAccount.defaultDetectors().stream()
                .filter(detector -> !off.contains(detector.id()))
                .toArray(Detector[]::new));
    }

    private static Rules only(String... ids) {
        return rules(Stream.of(ids).map(SelfCheckTest::detector).toArray(Detector[]::new));
    }

    private static Detector detector(String id) {
        return TestAccount.defaultDetectors().stream()
                .filter(detector -> detector.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Rules rules(Detector... detectors) {
        return new Rules("test", new ArrayList<>(Arrays.asList(detectors)), Learning.DEFAULTS);
    }
}
