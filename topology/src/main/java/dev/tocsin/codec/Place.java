package dev.tocsin.codec;

import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A place as the event or a database tells it, and the rule by which the two become one.
 *
 * <p>What the event says stays as it is, and gaps are filled from coarse to fine as long as both tell of one place:
 *
 * <ul>
 *   <li>Another country, or positions farther apart than both radii and {@value #MAX_APART_KM} km: the database tells of
 *       another place, and nothing of it is taken. Half of one place and half of another would be a place that nobody was
 *       at, remembered as known.
 *   <li>Else the country and the city are taken where the event says none. A city without a country is of no use to any
 *       detector, so the country is taken even beside a city that the database calls by another name.
 *   <li>The position, with its radius, is taken where the event says none, but not beside a city of another name: it would
 *       be that other city's. Names are compared without case; no attempt is made at other spellings.
 * </ul>
 *
 * <p>A radius that the event gives without a position says nothing about the database's position, and is dropped.
 *
 * @param city of any length
 * @param radiusKm 0 when unknown
 */
record Place(
        @Nullable String country,
        @Nullable String city,
        @Nullable GeoPoint position,
        int radiusKm) {
    /** As far as databases differ about one city's place; {@code new-city} looks no closer either. */
    static final int MAX_APART_KM = 100;

    static Place of(AddressInfo info) {
        return new Place(info.country(), info.city(), info.position(), info.radiusKm());
    }

    Place filledFrom(Place database) {
        if (contradicts(database)) {
            return this;
        }
        boolean takesPosition = position == null && mayBeOneCity(database);
        return new Place(
                country == null ? database.country : country,
                city == null ? database.city : city,
                takesPosition ? database.position : position,
                takesPosition ? database.radiusKm : radiusKm);
    }

    private boolean contradicts(Place other) {
        boolean otherCountry = country != null && other.country != null && !country.equals(other.country);
        boolean farAway = position != null
                && other.position != null
                && position.surelyKm(other.position, radiusKm + other.radiusKm) > MAX_APART_KM;
        return otherCountry || farAway;
    }

    private boolean mayBeOneCity(Place other) {
        return city == null || other.city == null || city.equalsIgnoreCase(other.city);
    }
}
