package dev.tocsin.detection;

import static dev.tocsin.detection.SettingOf.Looser.HIGHER;
import static dev.tocsin.detection.SettingOf.Looser.LOWER;
import static dev.tocsin.detection.SettingOf.Looser.LOWER_BUT_NOT_NOUGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.alerting.Judge;
import dev.tocsin.testing.RandomHistory;
import dev.tocsin.testing.TestAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A looser setting never adds a finding or makes one more severe, and a tighter one never takes one away: held against the
 * moments of random histories, setting by setting, with everything else as shipped.
 */
class LooserSettingsTest {
    private static final int HISTORIES = 150;
    private static final int EVENTS = 120;
    private static final int NOTHING = -1;

    /** Which way each setting is looser, by its name, which says the same wherever it occurs. */
    private static final Map<String, SettingOf.Looser> DIRECTIONS = Map.ofEntries(
            Map.entry("attemptsWithoutBaseline", HIGHER),
            Map.entry("changeWithin", LOWER),
            Map.entry("criticalWithin", LOWER),
            Map.entry("denials", HIGHER),
            Map.entry("deviations", HIGHER),
            Map.entry("failures", HIGHER),
            Map.entry("habitTimes", LOWER),
            Map.entry("highWithin", LOWER),
            Map.entry("longKnown", LOWER_BUT_NOT_NOUGHT),
            Map.entry("maxSpeedKmh", HIGHER),
            Map.entry("mfaWithin", HIGHER),
            Map.entry("minAddresses", HIGHER),
            Map.entry("minAttempts", HIGHER),
            Map.entry("minConcentration", HIGHER),
            Map.entry("minCountries", HIGHER),
            Map.entry("minDistanceKm", HIGHER),
            Map.entry("minElapsed", HIGHER),
            Map.entry("minLogins", HIGHER),
            Map.entry("minNetworks", HIGHER),
            Map.entry("minTypes", HIGHER),
            Map.entry("onboarding", HIGHER),
            Map.entry("quiet", HIGHER),
            Map.entry("requests", HIGHER),
            Map.entry("silence", HIGHER),
            Map.entry("successWithin", LOWER),
            Map.entry("window", LOWER));

    /**
     * Settings without a direction: a cooldown silences what was found, a hold says what to do about it, and minHistory
     * chooses between two thresholds either of which may be the higher one.
     */
    private static final Set<String> EXEMPT = Set.of("cooldown", "hold", "minHistory");

    /**
     * Settings of which only the finding is ordered, not its severity. A longer window of unusual-concurrency may take in a
     * known device. Longer ones of owner-lockout and new-device-then-payout reach an older first event, and the tier falls
     * with the gap; a tier that would end beyond the window moves the window with it.
     */
    private static final Set<String> MILDER_WHEN_TIGHTER = Set.of(
            "new-device-then-payout.highWithin",
            "new-device-then-payout.window",
            "owner-lockout.criticalWithin",
            "owner-lockout.highWithin",
            "owner-lockout.window",
            "unusual-concurrency.window");

    /**
     * Settings that hardly ever matter among the shipped ones. Where an alert tells the story, or the payout in its middle
     * has raised one, there is no cap for the long known; and a device expires in the silence that makes an account dormant,
     * so that no factor passed on it speaks for the owner.
     */
    private static final Set<String> IDLE = Set.of(
            "brute-then-change.longKnown",
            "dormant-then-payout.mfaWithin",
            "flip-back.longKnown",
            "new-location-then-sensitive.longKnown");

    private static final List<Moment> MOMENTS = new ArrayList<>();

    /** Each event on top of the memory that the events before it left; one in ten as if it were late. */
    @BeforeAll
    static void live() {
        for (long seed : new Random(11).longs(HISTORIES).toArray()) {
            Random late = new Random(seed);
            AccountMemory memory = AccountMemory.EMPTY;
            for (AccountEvent event : RandomHistory.of(seed, EVENTS)) {
                Moment moment = new Moment(memory, event, false);
                MOMENTS.add(late.nextInt(10) == 0 ? lateOf(moment) : moment);
                memory = memory.after(
                        event, Judge.judge(TestAccount.RULES, moment).marks());
            }
        }
    }

    private static Moment lateOf(Moment moment) {
        return new Moment(moment.before(), moment.event(), true);
    }

    static Stream<SettingOf> settings() {
        return SettingOf.all().filter(setting -> !EXEMPT.contains(setting.name()));
    }

    @Test
    void every_setting_has_a_direction_or_a_reason_to_have_none() {
        Set<String> decided = new TreeSet<>(DIRECTIONS.keySet());
        decided.addAll(EXEMPT);

        assertThat(SettingOf.all().map(SettingOf::name).distinct()).containsExactlyInAnyOrderElementsOf(decided);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void looser_value_finds_no_more_and_tighter_one_no_less(SettingOf setting) {
        List<Moment> watched = watched(setting.item().profile());
        int[] shipped = severities(setting.item().withSettings(setting.item().defaults()), watched);
        List<SettingOf.Variant> variants =
                setting.variants(Objects.requireNonNull(DIRECTIONS.get(setting.name()), "no direction"));
        int differences = 0;
        for (SettingOf.Variant variant : variants) {
            int[] found = severities(variant.detector(), watched);
            for (int i = 0; i < found.length; i++) {
                assertInOrder(variant, shipped[i], found[i], watched.get(i));
                differences += found[i] == shipped[i] ? 0 : 1;
            }
        }
        if (!IDLE.contains(setting.toString())) { // a law about what changes nothing would say nothing
            assertThat(differences).as("moments at which %s matters", setting).isPositive();
        }
    }

    private static void assertInOrder(SettingOf.Variant variant, int shipped, int found, Moment moment) {
        boolean onlyFinding = MILDER_WHEN_TIGHTER.contains(variant.setting().toString());
        int was = onlyFinding ? Math.min(shipped, 0) : shipped;
        int is = onlyFinding ? Math.min(found, 0) : found;
        boolean holds = variant.isLooser() ? is <= was : is >= was;
        if (!holds) { // describing is dear
            assertThat(found)
                    .as("%s at %s; as shipped: %d", variant, moment.event(), shipped)
                    .isEqualTo(shipped);
        }
    }

    /** The rank of the severity found at each moment. */
    private static int[] severities(Detector detector, List<Moment> moments) {
        return moments.stream()
                .mapToInt(moment -> detector.examine(moment) instanceof Signal signal
                        ? signal.severity().rank()
                        : NOTHING)
                .toArray();
    }

    private static List<Moment> watched(Profile profile) {
        return MOMENTS.stream()
                .filter(moment -> profile.watches().includes(moment.event().fold(login -> true, change -> false)))
                .toList();
    }
}
