package dev.tocsin.account;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an account's past looks like: everything learned from its events up to a moment, in bounded collections.
 *
 * <p>Immutable; {@link #after} is the only step, and a memory is the fold of that step over the account's events in
 * timeline order. Memory does not know thresholds: it remembers the same whatever is judged from it, so that a detector
 * can be switched on or tuned without learning anew.
 *
 * <p>Nothing in here needs the event that taught it, so the bound of each collection bounds the bytes:
 *
 * <pre>
 *   countries, networks, devices, cities   32 each   9, 11, 19 and 21 bytes apiece
 *   network kinds, hours                         9   6 bytes apiece, and 10
 *   positions, changes, landmarks     8, 16 and 8    60 to 150 bytes apiece, 768, 1,024 and 512 in all
 *   transitions, destinations                  8     9 and 8 bytes apiece
 *   sessions                                  16     17 bytes apiece
 *   window, marks                      21 and 16     4 and 13 bytes apiece
 *   bursts                             3 times 20    16 bytes apiece for failures, else 5; an id each
 * </pre>
 *
 * @param learningSinceMillis event time of the first event, or of the first after {@link #RELEARN_AFTER}
 * @param learnedLogins successful logins since then, counted up to {@link #MAX_LEARNED}
 * @param relearning the account was there before, and learns anew
 * @param lastSuccessMillis event time of the latest successful login, 0 before any
 * @param landmarks logins of the last {@link #KEPT} that a change may follow, in timeline order
 * @param sessions the latest of each device, least recently used first
 * @param changes of the last {@link #KEPT}, in timeline order
 * @param destinations payout destinations that were in use and not set under an open HIGH alert, least recent first
 */
public record AccountMemory(
        long learningSinceMillis,
        int learnedLogins,
        boolean relearning,
        long lastSuccessMillis,
        Habits habits,
        Travels travels,
        List<Landmark> landmarks,
        List<Session> sessions,
        List<AccountChange> changes,
        List<Long> destinations,
        @Nullable MfaPass lastMfa,
        AttemptWindow window,
        AttemptBaseline baseline,
        Bursts bursts,
        List<Mark> marks) {
    public static final int MAX_LEARNED = 255;
    public static final int MAX_CHANGES = 16;
    public static final int MAX_CHANGE_BYTES = 1_024;
    public static final int MAX_DESTINATIONS = 8;
    public static final int MAX_MARKS = 16;

    /** How long changes and marks are kept: the longest window that a sequence, and a cooldown, may be given. */
    public static final Duration KEPT = Duration.ofDays(7);

    /**
     * For so long after its first event an account is new to us: nothing that it does can be told from its habits. Datadog
     * learns its travel baseline for as long.
     */
    public static final Duration FOUNDING = Duration.ofDays(1);

    /** After half a year of silence the old habits say little; the catalogue's shared rule. */
    public static final Duration RELEARN_AFTER = Duration.ofDays(180);

    public static final AccountMemory EMPTY = new AccountMemory(
            0,
            0,
            false,
            0,
            Habits.EMPTY,
            Travels.EMPTY,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            AttemptWindow.EMPTY,
            AttemptBaseline.EMPTY,
            Bursts.EMPTY,
            List.of());

    /** The memory after one more event and the alerts that it raised. */
    public AccountMemory after(AccountEvent event, List<Mark> raised) {
        return new Step(this).take(event, raised);
    }

    /** The attempts that are counted with a login among them. */
    public AttemptWindow windowWith(Login login) {
        return login.isAttempt()
                ? window.counted(login.atMillis(), login.source().device())
                : window;
    }

    /** The bursts with an event in them, and without what is too old to matter at its time. */
    public Bursts burstsWith(AccountEvent event) {
        return bursts.at(event.atMillis()).after(event);
    }

    /** The sessions with a login's in its place. */
    public List<Session> sessionsWith(Login login) {
        return login.succeeded() ? Session.after(sessions, login) : sessions;
    }

    /**
     * The memory by which an event is judged. A silence of a month or more does not count against what was known before it:
     * whoever comes back comes back to the same home.
     */
    public AccountMemory awakeAt(long atMillis) {
        int silence = silenceDays(lastSuccessMillis, atMillis);
        return silence < Landmark.MIN_SILENCE_DAYS ? this : new Step(this).afterSilence(silence);
    }

    /** Full days since the latest successful login, 0 before any. */
    static int silenceDays(long lastSuccessMillis, long atMillis) {
        return lastSuccessMillis == 0 ? 0 : Day.between(lastSuccessMillis, atMillis);
    }

    /**
     * The memory after an event that came later than the grace: a change is kept for the sequences it may belong to, but
     * no habit, position or baseline is learned from the past, where a replayed old event could plant it.
     */
    public AccountMemory afterLate(AccountEvent event, List<Mark> raised) {
        return new Step(this).takeLate(event, raised);
    }

    /** True when the account was silent for so long that a success at this moment starts its learning anew. */
    public boolean isDormantAt(long atMillis) {
        return isDormant(lastSuccessMillis, atMillis);
    }

    static boolean isDormant(long lastSuccessMillis, long atMillis) {
        return lastSuccessMillis != 0 && atMillis - lastSuccessMillis > RELEARN_AFTER.toMillis();
    }

    /** What is remembered of the alerts that are open at a moment. */
    public List<Mark> openAlerts(long atMillis) {
        return marks.stream().filter(mark -> mark.isOpenAt(atMillis, 0)).toList();
    }

    /** The latest located login at or before a moment. */
    public @Nullable Login positionBefore(long atMillis) {
        Login before = null;
        for (Login position : positions()) {
            before = position.atMillis() <= atMillis ? position : before;
        }
        return before;
    }

    /** The earliest located login after a moment; there is one only for an event that came late. */
    public @Nullable Login positionAfter(long atMillis) {
        for (Login position : positions()) {
            if (position.atMillis() > atMillis) {
                return position;
            }
        }
        return null;
    }

    /** How often the account went from one place straight to another. */
    public int transitions(Source from, Source to) {
        return travels.times(from, to);
    }

    /** True when the account has been known to us for less than so long, or not at all; one that learns anew is old. */
    public boolean isYoungerThan(Duration age, long atMillis) {
        return !relearning && (learningSinceMillis == 0 || atMillis - learningSinceMillis < age.toMillis());
    }

    /** True when the source's device is known, or, where no device is given, its address neighbours a known place. */
    public boolean isHomeGround(Source source, long atMillis) {
        return source.device() == Hash64.NONE
                ? isNeighbourOfKnownPlace(source, atMillis)
                : devices().isKnown(source.device(), atMillis);
    }

    /**
     * True when the address lies in one /24 or /64 with the latest login of a known place, through a known network: it is
     * that place. The network, or the device where none is told, counts because a stranger in the owner's city, once seen, is
     * the latest login of that city.
     */
    public boolean isNeighbourOfKnownPlace(Source source, long atMillis) {
        IpAddress ip = source.ip();
        if (ip == null) {
            return false;
        }
        for (Login position : positions()) {
            Source place = position.source();
            if (place.ip() != null && ip.isNeighbourOf(place.ip()) && isGroundKnown(place, atMillis)) {
                return true;
            }
        }
        return false;
    }

    private boolean isGroundKnown(Source place, long atMillis) {
        boolean isOwners = place.asn() == Source.NO_ASN
                ? place.device() == Hash64.NONE || devices().isKnown(place.device(), atMillis)
                : networks().isKnown(place.asn(), atMillis);
        return isOwners && isPlaceKnown(place, atMillis);
    }

    /** True when the source's city is known or, where none is given, its country. */
    public boolean isPlaceKnown(Source source, long atMillis) {
        return habits.isPlaceKnown(source, atMillis);
    }

    public KnownSet countries() {
        return habits.countries();
    }

    public KnownSet cities() {
        return habits.cities();
    }

    public KnownSet networks() {
        return habits.networks();
    }

    public KnownSet devices() {
        return habits.devices();
    }

    public List<Login> positions() {
        return travels.positions();
    }

    /** The memory without the positions at some sources. */
    public AccountMemory withoutPositions(Predicate<Source> unwanted) {
        return new Step(this).withoutPositions(unwanted);
    }
}
