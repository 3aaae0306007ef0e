package dev.tocsin.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A login that a later change may follow: something about it was new, or it ended a long silence, or it raised an alert.
 *
 * <p>What it says of the account is how things stood when it happened; what it brought may be known by now.
 *
 * @param silenceDays full days since the successful login before, 0 for the first
 * @param strangeRank rank of the alert about its place, {@link #NO_ALERT} when there is none
 * @param guessingRank rank of the alert about guessing that it completed, {@link #NO_ALERT} when there is none
 */
public record Landmark(
        Login login,
        boolean newDevice,
        boolean newNetwork,
        boolean newCountry,
        int silenceDays,
        int strangeRank,
        int guessingRank) {
    /** How many are remembered, and in how many bytes; one login always fits. */
    public static final int MAX = 8;

    public static final int MAX_BYTES = 512;
    public static final int NO_ALERT = -1;

    /** A shorter silence is no landmark; settings cannot ask for less. */
    public static final int MIN_SILENCE_DAYS = 30;

    private static final Comparator<Landmark> IN_ORDER =
            Comparator.comparing(Landmark::login, AccountEvent.TIMELINE_ORDER);

    /**
     * What a login is to the memory before it, null when it is nothing to remember.
     *
     * @param habits before it; empty ones for an account that is new to us, to which nothing is new
     * @param silenceDays before a successful login, 0 for any other
     * @param raised the alerts that it completed
     */
    static @Nullable Landmark of(Login login, Habits habits, int silenceDays, List<Mark> raised) {
        boolean in = login.succeeded();
        boolean newDevice = in && habits.isNewDevice(login);
        boolean newNetwork = in && habits.isNewNetwork(login);
        boolean newCountry = in && habits.isNewCountry(login);
        int strange = highestRank(raised, Mark.Trail.STRANGE_PLACE);
        int guessing = highestRank(raised, Mark.Trail.GUESSING);
        boolean isNone = !(newDevice || newNetwork || newCountry)
                && silenceDays < MIN_SILENCE_DAYS
                && strange == NO_ALERT
                && guessing == NO_ALERT;
        return isNone
                ? null
                : new Landmark(login.asPosition(), newDevice, newNetwork, newCountry, silenceDays, strange, guessing);
    }

    /**
     * A login that came later than the grace: habits have moved on and say nothing of what was new then. The silence before
     * it can be told as long as no newer success is known.
     */
    static @Nullable Landmark ofLate(Login login, long lastSuccessMillis, List<Mark> raised) {
        boolean endsSilence = login.succeeded() && lastSuccessMillis < login.atMillis();
        int silence = endsSilence ? AccountMemory.silenceDays(lastSuccessMillis, login.atMillis()) : 0;
        return of(login, Habits.EMPTY, silence, raised);
    }

    /**
     * The landmarks with one more, in order. Of too many, one of the most frequent kind gives way, so that a flood costs only
     * its own kind: of that kind the mildest, and of those the oldest; never the new one.
     */
    static List<Landmark> with(List<Landmark> landmarks, Landmark landmark) {
        List<Landmark> others = new ArrayList<>(landmarks);
        int room = MAX_BYTES - Bounded.bytes(landmark.login);
        while (!others.isEmpty() && (others.size() >= MAX || bytes(others) > room)) {
            others.remove(dispensable(others, landmark));
        }
        others.add(landmark);
        others.sort(IN_ORDER);
        return others;
    }

    private static Landmark dispensable(List<Landmark> others, Landmark added) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        others.forEach(one -> counts.merge(one.kind(), 1, Integer::sum));
        counts.merge(added.kind(), 1, Integer::sum);
        return Collections.min(
                others,
                Comparator.<Landmark>comparingInt(one -> -counts.getOrDefault(one.kind(), 0))
                        .thenComparingInt(one -> Math.max(one.strangeRank, one.guessingRank))
                        .thenComparing(IN_ORDER));
    }

    /** What is kept of it above all, as the sequences that follow need it. */
    private enum Kind {
        END_OF_SILENCE,
        STRANGE,
        GUESSING,
        NOVEL
    }

    private Kind kind() {
        if (silenceDays >= MIN_SILENCE_DAYS) {
            return Kind.END_OF_SILENCE;
        }
        if (strangeRank != NO_ALERT) {
            return Kind.STRANGE;
        }
        return guessingRank == NO_ALERT ? Kind.NOVEL : Kind.GUESSING;
    }

    private static int bytes(List<Landmark> landmarks) {
        return landmarks.stream()
                .mapToInt(landmark -> Bounded.bytes(landmark.login))
                .sum();
    }

    /** Of the alerts with a trail, {@link #NO_ALERT} without any. */
    static int highestRank(List<Mark> raised, Mark.Trail trail) {
        int rank = NO_ALERT;
        for (int i = 0; i < raised.size(); i++) {
            Mark mark = raised.get(i);
            rank = mark.trail() == trail ? Math.max(rank, mark.rank()) : rank;
        }
        return rank;
    }

    /** True when the login came with something that the account did not have before. */
    public boolean isNovel() {
        return newDevice || newNetwork || newCountry;
    }
}
