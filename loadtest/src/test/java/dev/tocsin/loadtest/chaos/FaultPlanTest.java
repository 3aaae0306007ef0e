package dev.tocsin.loadtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.config.Guarantee;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final Set<Fault> ALL = EnumSet.allOf(Fault.class);
    private static final int OTHERS = ALL.size() - 1;
    private static final int FAULTS_OF_A_MINUTE = 6;

    private static ChaosOptions options(long seed, Guarantee guarantee) {
        return new ChaosOptions(seed, Duration.ofMinutes(3), guarantee, 200, 2, null);
    }

    private static FaultPlan plan(long seed, Set<Fault> kinds) {
        return FaultPlan.of(options(seed, Guarantee.AT_LEAST_ONCE), kinds);
    }

    @Test
    void the_same_seed_gives_the_same_faults_and_another_others() {
        assertThat(plan(7, ALL)).isEqualTo(plan(7, ALL));
        assertThat(plan(7, ALL)).isNotEqualTo(plan(8, ALL));
    }

    @Test
    void every_kind_comes_before_one_comes_again_and_a_kill_beside_each() {
        List<Fault> faults =
                plan(1, ALL).steps().stream().map(FaultPlan.Step::fault).toList();
        List<Fault> first = faults.subList(0, 2 * OTHERS);
        assertThat(first).containsAll(ALL);
        assertThat(first).filteredOn(fault -> fault != Fault.KILL).doesNotHaveDuplicates();
    }

    @Test
    void short_runs_of_a_series_get_through_all_kinds_together() {
        Set<Fault> seen = EnumSet.noneOf(Fault.class);
        for (long seed = 41; seed <= 42; seed++) {
            for (Guarantee guarantee : Guarantee.values()) {
                FaultPlan.of(options(seed, guarantee), ALL).steps().stream()
                        .limit(FAULTS_OF_A_MINUTE)
                        .forEach(step -> seen.add(step.fault()));
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void only_the_kinds_that_are_wanted_come() {
        assertThat(plan(1, FaultKinds.parse("wipe, kill")).steps())
                .extracting(FaultPlan.Step::fault)
                .containsOnly(Fault.WIPE, Fault.KILL);
        assertThat(plan(1, FaultKinds.parse("none")).steps()).isEmpty();
    }

    @Test
    void a_kind_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> FaultKinds.parse("kill,flood"))
                .isInstanceOf(ChaosException.class)
                .hasMessageContaining("flood")
                .hasMessageContaining("long-pause");
    }
}
