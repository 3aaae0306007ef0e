package dev.tocsin.account;

import org.jspecify.annotations.Nullable;

/**
 * One place, network or device that an account has been seen with.
 *
 * @param firstDay UTC day since 1970 from which it has been seen without a gap of {@link #EXPIRY_DAYS}
 * @param lastDay UTC day of the latest sighting
 * @param logins successful logins, counted up to {@link #LOGINS_FOR_TRUST}
 * @param days distinct days with a successful login, counted up to {@link #DAYS_FOR_TRUST}
 * @param promoted reached the top of the ladder
 * @param position where it is, for cities
 * @param agent family of the user agent that it was last seen with, for devices
 */
public record Known(
        long key,
        int firstDay,
        int lastDay,
        int logins,
        int days,
        boolean promoted,
        @Nullable GeoPoint position,
        int radiusKm,
        int agent) {
    /** Three logins on two days: an attacker's second visit within a day must not look like a habit. */
    public static final int LOGINS_FOR_TRUST = 3;

    public static final int DAYS_FOR_TRUST = 2;

    /** What was not seen for this long starts again at the bottom; a quarter, as in the catalogue's N1. */
    public static final int EXPIRY_DAYS = 90;

    /** After four weeks of use a thing is the owner's, whatever alerts say: Castle approves after several weeks. */
    public static final int PATIENCE_DAYS = 28;

    /** @param onFirstUse nothing older is there to compare with, so it is trusted at once */
    static Known first(long key, Sighting at, boolean onFirstUse) {
        return new Known(
                key, at.day(), at.day(), 1, 1, onFirstUse || at.mfaPassed(), at.position(), at.radiusKm(), at.agent());
    }

    Known again(Sighting at) {
        if (isToldAlready(at)) {
            return this; // as most of a day's logins leave it
        }
        if (at.day() - lastDay > EXPIRY_DAYS) {
            return first(key, at, false);
        }
        int moreLogins = Math.min(logins + 1, LOGINS_FOR_TRUST);
        int moreDays = at.day() > lastDay ? Math.min(days + 1, DAYS_FOR_TRUST) : days;
        boolean byHabit = moreLogins == LOGINS_FOR_TRUST && moreDays == DAYS_FOR_TRUST && isUndisputed(at);
        GeoPoint where = at.position() == null ? position : at.position();
        int radius = at.position() == null ? radiusKm : at.radiusKm();
        boolean trusted = promoted || at.mfaPassed() || at.founding() || byHabit;
        int family = at.agent() == Source.NO_AGENT ? agent : at.agent();
        return new Known(
                key, firstDay, Math.max(lastDay, at.day()), moreLogins, moreDays, trusted, where, radius, family);
    }

    /** A sighting on the day of the latest, of what is trusted and where it was. */
    private boolean isToldAlready(Sighting at) {
        return promoted
                && at.day() == lastDay
                && logins == LOGINS_FOR_TRUST
                && (at.position() == null || (at.position().equals(position) && at.radiusKm() == radiusKm))
                && (at.agent() == Source.NO_AGENT || at.agent() == agent);
    }

    /** Else an owner abroad with a new phone and no second factor is a stranger for ever: each alert keeps the next. */
    private boolean isUndisputed(Sighting at) {
        return at.alarm() != Sighting.Alarm.HIGH || at.day() - firstDay >= PATIENCE_DAYS;
    }

    /** The same after so many days that do not count. */
    Known later(int days) {
        return new Known(key, firstDay, lastDay + days, logins, this.days, promoted, position, radiusKm, agent);
    }

    /** The rung on the ladder, looked at on a day. */
    public Trust trustOn(int day) {
        if (day - lastDay > EXPIRY_DAYS) {
            return Trust.UNSEEN;
        }
        return promoted ? Trust.KNOWN : Trust.PROBATION;
    }
}
