package dev.tocsin.loadtest.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Which faults come when, by the seed alone: rounds in which each kind comes as often as its weight says. */
record FaultPlan(List<Step> steps) {
    private static final long SHORTEST_GAP = 500;
    private static final long LONGEST_GAP = 6_000;
    private static final int VICTIMS = 1 << 16;

    /**
     * One fault.
     *
     * @param gapMillis after the end of the one before
     * @param victim a number that stands for an instance, modulo how many there are
     * @param salt for what else is drawn
     */
    record Step(Fault fault, long gapMillis, int victim, long salt) {}

    static FaultPlan of(long seed, Duration length, Set<Fault> kinds) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        // at the shortest gap there are never more
        long most = length.toMillis() / SHORTEST_GAP;
        while (steps.size() < most && !kinds.isEmpty()) {
            List<Fault> round = new ArrayList<>();
            for (Fault fault : Fault.values()) {
                for (int i = 0; i < fault.weight() && kinds.contains(fault); i++) {
                    round.add(fault);
                }
            }
            Collections.shuffle(round, random);
            for (Fault fault : round) {
                long gap = random.nextLong(SHORTEST_GAP, LONGEST_GAP);
                steps.add(new Step(fault, gap, random.nextInt(VICTIMS), random.nextLong()));
            }
        }
        return new FaultPlan(List.copyOf(steps));
    }
}
