package dev.tocsin.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an event came from, reduced to what judging needs and memory can afford.
 *
 * @param ip the client's address
 * @param country ISO 3166-1 alpha-2, upper case
 * @param city as the sender or the enrichment names it, at most {@value #MAX_CITY} bytes of UTF-8
 * @param position of the city or the address
 * @param radiusKm how far off {@code position} may be, 0 when unknown
 * @param asn the autonomous system, {@link #NO_ASN} when unknown
 * @param device hash of the device's id, or of its user agent's family; {@link Hash64#NONE} when unknown
 * @param agent hash of the user agent's family alone, {@link #NO_AGENT} when unknown; tells a lost cookie from a new device
 * @param session hash of the session's id, {@link Hash64#NONE} when unknown
 */
public record Source(
        @Nullable IpAddress ip,
        @Nullable String country,
        @Nullable String city,
        @Nullable GeoPoint position,
        int radiusKm,
        long asn,
        long device,
        int agent,
        long session,
        Network network) {
    public static final int MAX_CITY = 32;

    /** Autonomous system 0 is reserved (RFC 7607), so it can stand for "unknown". */
    public static final long NO_ASN = 0;

    public static final int NO_AGENT = 0;

    private static final int LETTERS = 26;
    private static final String[] COUNTRIES = countries();

    /** Nothing is known about where the event came from. */
    public static final Source UNKNOWN =
            new Source(null, null, null, null, 0, NO_ASN, Hash64.NONE, NO_AGENT, Hash64.NONE, Network.UNKNOWN);

    public Source {
        radiusKm = position == null ? 0 : radiusKm;
    }

    /** The country as a key for {@link KnownSet}, 0 when unknown. */
    public long countryKey() {
        return country == null ? 0 : countryKey(country);
    }

    /** A two-letter country code as a key: a number that fits two bytes, and is not 0. */
    public static long countryKey(String country) {
        return 1L + (long) (country.charAt(0) - 'A') * LETTERS + (country.charAt(1) - 'A');
    }

    /** The country code that {@link #countryKey(String)} packed. */
    public static String countryOfKey(long key) {
        long letters = key - 1;
        return country((char) ('A' + letters / LETTERS), (char) ('A' + letters % LETTERS));
    }

    /** The country code of two letters; the same object every time. */
    public static String country(char first, char second) {
        boolean areLetters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
        return areLetters ? COUNTRIES[(first - 'A') * LETTERS + (second - 'A')] : "" + first + second;
    }

    private static String[] countries() {
        String[] countries = new String[LETTERS * LETTERS];
        for (int i = 0; i < countries.length; i++) {
            countries[i] = "" + (char) ('A' + i / LETTERS) + (char) ('A' + i % LETTERS);
        }
        return countries;
    }

    /** The city as a key for {@link KnownSet}, 0 when city or country is unknown. */
    public long cityKey() {
        return country == null || city == null ? 0 : Hash64.of(country, '/', city);
    }

    /** The place as a key that tells two places apart: the city if it is known, else the position. */
    public long placeKey() {
        if (country != null && city != null) {
            return cityKey();
        }
        return position == null ? countryKey() : Hash64.ofPair(position.latitude(), position.longitude());
    }

    /** True when both have one {@link #placeKey}, which this saves to work out. */
    boolean isSamePlaceAs(Source other) {
        if (hasCity() || other.hasCity()) {
            return Objects.equals(country, other.country) && Objects.equals(city, other.city);
        }
        return Objects.equals(position, other.position) && (position != null || Objects.equals(country, other.country));
    }

    private boolean hasCity() {
        return country != null && city != null;
    }

    /** True when distances can be told; a private address has no place, whatever a database says. */
    public boolean isLocated() {
        return position != null && (ip == null || !ip.isPrivate());
    }

    /** True when nothing tells the device but its user agent, which changes when its system does. */
    public boolean hasAgentForDevice() {
        return agent != NO_AGENT && agent == (int) device;
    }

    /** The place in words, for facts: {@code "Oslo, NO"}, {@code "NO"} or {@code "unknown"}. */
    public String place() {
        if (country == null) {
            return "unknown";
        }
        return city == null ? country : city + ", " + country;
    }

    /** Upper bound of the bytes that the source takes in storage. */
    int footprint() {
        return 3
                + (ip == null ? 0 : ip.length())
                + (country == null ? 0 : 2)
                + (city == null ? 0 : Footprint.text(city))
                + (position == null ? 0 : 9)
                + (asn == NO_ASN ? 0 : 5)
                + (device == Hash64.NONE ? 0 : 8)
                + (agent == NO_AGENT ? 0 : 4)
                + (session == Hash64.NONE ? 0 : 8);
    }

    /** What is kept of it for longer than the grace: session and user agent have their own place in memory. */
    Source asRemembered() {
        return session == Hash64.NONE && agent == NO_AGENT
                ? this
                : new Source(ip, country, city, position, radiusKm, asn, device, NO_AGENT, Hash64.NONE, network);
    }
}
