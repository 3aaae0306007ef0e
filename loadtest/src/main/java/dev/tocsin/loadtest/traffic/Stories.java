package dev.tocsin.loadtest.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Tells one story after the other, takeovers and look-alikes in turns, each on an account of its own. */
final class Stories {
    private static final List<Plot> PLOTS = inTurns(Takeovers.plots(), LookAlikes.plots());

    private final long seed;
    private final List<Candidate> cast;
    private int turn;

    Stories(long seed, List<Candidate> cast) {
        this.seed = seed;
        this.cast = new ArrayList<>(cast);
    }

    /** How many stories it takes until each has been told once. */
    static int round() {
        return PLOTS.size();
    }

    /** The next story, beginning at a moment; empty when nobody is left that it could happen to. */
    Optional<Story> next(Instant begin) {
        for (int tried = 0; tried < PLOTS.size(); tried++) {
            Plot plot = PLOTS.get(turn % PLOTS.size());
            Dice dice = Dice.of(seed, "story", turn);
            turn++;
            Optional<Candidate> candidate = take(plot);
            if (candidate.isPresent()) {
                return candidate.map(found -> plot.tell(found, begin, dice));
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> take(Plot plot) {
        for (Iterator<Candidate> left = cast.iterator(); left.hasNext(); ) {
            Candidate candidate = left.next();
            if (plot.fits().test(candidate)) {
                left.remove();
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Alternates, beginning with a takeover, until both lists are used up. */
    private static List<Plot> inTurns(List<Plot> takeovers, List<Plot> lookAlikes) {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < Math.max(takeovers.size(), lookAlikes.size()); i++) {
            if (i < takeovers.size()) {
                plots.add(takeovers.get(i));
            }
            if (i < lookAlikes.size()) {
                plots.add(lookAlikes.get(i));
            }
        }
        return plots;
    }
}
