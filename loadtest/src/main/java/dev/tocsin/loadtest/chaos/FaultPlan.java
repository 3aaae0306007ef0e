package dev.tocsin.loadtest.chaos;

import dev.tocsin.config.Guarantee;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Which faults come when, by seed and guarantee alone: all kinds before one comes again, each with a kill beside it.
 *
 * <p>A short run does not get through all kinds. So each begins elsewhere among them: the runs of a series, whose seeds follow
 * one another, get through all of them together.
 */
record FaultPlan(List<Step> steps) {
    private static final long SHORTEST_GAP = 500;
    private static final long LONGEST_GAP = 6_000;

    /** A run of seconds has shorter gaps, so that there is something to see. */
    private static final int LEAST_GAPS = 10;

    private static final int VICTIMS = 1 << 16;

    /** A minute is enough for so many kinds. */
    private static final int KINDS_A_RUN = 3;

    /**
     * One fault.
     *
     * @param gapMillis after the end of the one before
     * @param victim a number that stands for an instance, modulo how many there are
     * @param salt for what else is drawn
     */
    record Step(Fault fault, long gapMillis, int victim, long salt) {}

    static FaultPlan of(ChaosOptions options, Set<Fault> kinds) {
        Random random = new Random(options.seed());
        List<Fault> round = new ArrayList<>(kinds);
        if (kinds.size() > 1) {
            round.remove(Fault.KILL);
        }
        Collections.rotate(round, -first(options, round.size()));
        List<Step> steps = new ArrayList<>();
        long longestGap = Math.min(LONGEST_GAP, options.length().toMillis() / LEAST_GAPS);
        // at the shortest gap there are never more
        long most = options.length().toMillis() / SHORTEST_GAP;
        while (steps.size() < most && !round.isEmpty()) {
            for (Fault fault : round) {
                beside(fault, kinds, random).forEach(next -> steps.add(step(next, longestGap, random)));
            }
            Collections.shuffle(round, random);
        }
        return new FaultPlan(List.copyOf(steps));
    }

    /** Which of the kinds comes first. */
    private static int first(ChaosOptions options, int kinds) {
        int half = options.guarantee() == Guarantee.AT_LEAST_ONCE ? 0 : kinds / 2;
        return (int) Math.floorMod(options.seed() * KINDS_A_RUN + half, (long) Math.max(1, kinds));
    }

    /** The fault, and a kill before or after it. */
    private static List<Fault> beside(Fault fault, Set<Fault> kinds, Random random) {
        if (fault == Fault.KILL || !kinds.contains(Fault.KILL)) {
            return List.of(fault);
        }
        return random.nextBoolean() ? List.of(fault, Fault.KILL) : List.of(Fault.KILL, fault);
    }

    private static Step step(Fault fault, long longestGap, Random random) {
        long gap = random.nextLong(SHORTEST_GAP, longestGap);
        return new Step(fault, gap, random.nextInt(VICTIMS), random.nextLong());
    }
}
