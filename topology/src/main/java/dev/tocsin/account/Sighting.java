package dev.tocsin.account;

import org.jspecify.annotations.Nullable;

/**
 * The circumstances of one successful login, as far as they bear on trust.
 *
 * @param day UTC day since 1970
 * @param mfaPassed a second factor was passed in this login, and not by wearing the owner down
 * @param mayBeFirst the login may found trust: its network does not hide where it came from
 * @param founding the account is new to us and the login may found trust, so what is seen is as good as what was seen
 * @param position where it is, for cities
 * @param agent family of the user agent, for devices
 */
record Sighting(
        int day,
        boolean mfaPassed,
        boolean mayBeFirst,
        boolean founding,
        Alarm alarm,
        @Nullable GeoPoint position,
        int radiusKm,
        int agent) {

    /** Which alerts of the account are open. */
    enum Alarm {
        NONE,
        /** Nothing known is evicted. */
        SOME,
        /** A HIGH or CRITICAL one: nothing is promoted by habit either. */
        HIGH
    }

    Sighting of(@Nullable GeoPoint where, int radius) {
        return new Sighting(day, mfaPassed, mayBeFirst, founding, alarm, where, radius, Source.NO_AGENT);
    }

    /** A device is the owner's or not, whatever network it uses. */
    Sighting ofDevice(boolean foundingAccount, int family) {
        return new Sighting(day, mfaPassed, true, foundingAccount, alarm, null, 0, family);
    }
}
