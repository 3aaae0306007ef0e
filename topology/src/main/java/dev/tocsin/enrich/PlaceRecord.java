package dev.tocsin.enrich;

import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a place in either of the layouts in use.
 *
 * <pre>
 *   nested (MaxMind, DB-IP)                     flat (DB-IP as ip-location-db packs it)
 *   country: { iso_code: SE }                   country_code: SE
 *   city: { names: { en: Linköping } }          city: Linköping
 *   location: { latitude, longitude,            latitude, longitude
 *               accuracy_radius }
 * </pre>
 *
 * <p>Neither the country where the address is registered nor the one whose army uses it is where it is; they are not read.
 */
final class PlaceRecord {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** Half of the equator: nothing on Earth is farther off. */
    private static final int MAX_RADIUS_KM = 20_038;

    private PlaceRecord() {}

    static AddressInfo read(Fields fields) {
        Fields location = fields.at("location");
        GeoPoint nested = position(location);
        return new AddressInfo(
                country(either(fields.at("country").text("iso_code"), fields.text("country_code"))),
                either(fields.at("city").at("names").text("en"), fields.text("city")),
                nested == null ? position(fields) : nested,
                nested == null ? 0 : radiusKm(location.number("accuracy_radius")),
                Source.NO_ASN,
                Network.UNKNOWN);
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static @Nullable String country(@Nullable String code) {
        String upper = code == null ? "" : code.toUpperCase(Locale.ROOT);
        return COUNTRY.matcher(upper).matches() ? upper : null;
    }

    private static @Nullable GeoPoint position(Fields fields) {
        Number latitude = fields.number("latitude");
        Number longitude = fields.number("longitude");
        if (latitude == null || longitude == null) {
            return null;
        }
        boolean onEarth = Math.abs(latitude.doubleValue()) <= 90 && Math.abs(longitude.doubleValue()) <= 180;
        return onEarth ? GeoPoint.ofDegrees(latitude.doubleValue(), longitude.doubleValue()) : null;
    }

    private static int radiusKm(@Nullable Number km) {
        return km == null ? 0 : (int) Math.max(0, Math.min(km.longValue(), MAX_RADIUS_KM));
    }
}
