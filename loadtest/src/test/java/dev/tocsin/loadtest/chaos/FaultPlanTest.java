package dev.tocsin.loadtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final Duration LENGTH = Duration.ofMinutes(3);
    private static final Set<Fault> ALL = EnumSet.allOf(Fault.class);

    @Test
    void the_same_seed_gives_the_same_faults_and_another_others() {
        assertThat(FaultPlan.of(7, LENGTH, ALL)).isEqualTo(FaultPlan.of(7, LENGTH, ALL));
        assertThat(FaultPlan.of(7, LENGTH, ALL)).isNotEqualTo(FaultPlan.of(8, LENGTH, ALL));
    }

    @Test
    void one_round_has_every_kind_as_often_as_its_weight() {
        int round = ALL.stream().mapToInt(Fault::weight).sum();
        List<FaultPlan.Step> first = FaultPlan.of(1, LENGTH, ALL).steps().subList(0, round);
        assertThat(first.stream().collect(Collectors.groupingBy(FaultPlan.Step::fault, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(
                        ALL.stream().collect(Collectors.toMap(fault -> fault, fault -> (long) fault.weight())));
    }

    @Test
    void only_the_kinds_that_are_wanted_come() {
        assertThat(FaultPlan.of(1, LENGTH, FaultKinds.parse("wipe, kill")).steps())
                .extracting(FaultPlan.Step::fault)
                .containsOnly(Fault.WIPE, Fault.KILL);
        assertThat(FaultPlan.of(1, LENGTH, FaultKinds.parse("none")).steps()).isEmpty();
    }

    @Test
    void a_kind_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> FaultKinds.parse("kill,flood"))
                .isInstanceOf(ChaosException.class)
                .hasMessageContaining("flood")
                .hasMessageContaining("long-pause");
    }
}
