package dev.tocsin.account;

import java.util.Comparator;
import java.util.List;

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
    /** How many are remembered, and in how many bytes; who floods them with new ones leaves new landmarks. */
    public static final int MAX = 8;

    public static final int MAX_BYTES = 512;
    public static final int NO_ALERT = -1;

    /** A shorter silence is no landmark; settings cannot ask for less. */
    public static final int MIN_SILENCE_DAYS = 30;

    static final Comparator<Landmark> IN_ORDER = Comparator.comparing(Landmark::login, AccountEvent.TIMELINE_ORDER);

    /**
     * What a login is to the memory before it.
     *
     * @param habits before it; empty ones for an account that is new to us, to which nothing is new
     * @param lastSuccessMillis of the successful login before, 0 for none
     * @param raised the alerts that it completed
     */
    static Landmark of(Login login, Habits habits, long lastSuccessMillis, List<Mark> raised) {
        boolean in = login.succeeded();
        return new Landmark(
                login.asPosition(),
                in && habits.isNewDevice(login),
                in && habits.isNewNetwork(login),
                in && habits.isNewCountry(login),
                in && lastSuccessMillis != 0 ? Day.between(lastSuccessMillis, login.atMillis()) : 0,
                highestRank(raised, Mark.Trail.STRANGE_PLACE),
                highestRank(raised, Mark.Trail.GUESSING));
    }

    /**
     * A login that came later than the grace: habits have moved on and say nothing of what was new then. The silence before
     * it can be told as long as no newer success is known.
     */
    static Landmark ofLate(Login login, long lastSuccessMillis, List<Mark> raised) {
        return of(login, Habits.EMPTY, lastSuccessMillis < login.atMillis() ? lastSuccessMillis : 0, raised);
    }

    private static int highestRank(List<Mark> raised, Mark.Trail trail) {
        int rank = NO_ALERT;
        for (Mark mark : raised) {
            rank = mark.trail() == trail ? Math.max(rank, mark.rank()) : rank;
        }
        return rank;
    }

    /** True when the login came with something that the account did not have before. */
    public boolean isNovel() {
        return newDevice || newNetwork || newCountry;
    }

    boolean isWorthKeeping() {
        return isNovel() || silenceDays >= MIN_SILENCE_DAYS || strangeRank != NO_ALERT || guessingRank != NO_ALERT;
    }
}
