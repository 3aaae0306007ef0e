package dev.tocsin.account;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an address without asking who used it.
 *
 * @param country ISO 3166-1 alpha-2, upper case
 * @param city in English, of any length
 * @param position of the city, or of the middle of what is known
 * @param radiusKm how far off {@code position} may be, 0 when unknown
 * @param asn the autonomous system, {@link Source#NO_ASN} when unknown
 */
public record AddressInfo(
        @Nullable String country,
        @Nullable String city,
        @Nullable GeoPoint position,
        int radiusKm,
        long asn,
        Network network) {
    public static final AddressInfo UNKNOWN = new AddressInfo(null, null, null, 0, Source.NO_ASN, Network.UNKNOWN);

    public AddressInfo {
        radiusKm = position == null ? 0 : radiusKm;
    }
}
