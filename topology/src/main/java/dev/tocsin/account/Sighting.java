package dev.tocsin.account;

import org.jspecify.annotations.Nullable;

/**
 * The circumstances of one successful login, as far as they bear on trust.
 *
 * @param day UTC day since 1970
 * @param mfaPassed a second factor was passed in this login
 * @param underHighAlert a HIGH or CRITICAL alert of this account is open, so nothing is promoted by habit
 * @param underAlert any alert is open, so nothing known is evicted
 */
record Sighting(
        int day,
        boolean mfaPassed,
        boolean underHighAlert,
        boolean underAlert,
        @Nullable GeoPoint position,
        int radiusKm) {}
