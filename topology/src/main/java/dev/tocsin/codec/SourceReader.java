package dev.tocsin.codec;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.IpAddress;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Normalises what a sender says of an event's origin, and fills what it does not say from address and user agent. What
 * makes no sense counts as not said: a detector that needs it says so, and the rest of the event still counts.
 *
 * <p>Place, autonomous system and kind of network are filled each by itself: the first by the rule of {@link Place}, the
 * other two where the sender says nothing, or {@code UNKNOWN}. A device's id wins over its user agent.
 */
final class SourceReader {
    private static final CharMatcher LETTERS = CharMatcher.inRange('A', 'Z');
    private static final int EARTH_HALF_GIRTH_KM = 20_038;
    private static final int MOST_BYTES_OF_A_CHAR = 3;
    private static final long MAX_ASN = 4_294_967_295L;

    private static final SameNames<dev.tocsin.event.Network, Network> NETWORKS =
            new SameNames<>(dev.tocsin.event.Network.class, Network.class);

    private final Enrichment enrichment;

    SourceReader(Enrichment enrichment) {
        this.enrichment = enrichment;
    }

    Source read(dev.tocsin.event.@Nullable Source source) {
        if (source == null) {
            return Source.UNKNOWN;
        }
        IpAddress ip = ip(text(source.getIp()));
        AddressInfo known =
                ip == null ? AddressInfo.UNKNOWN : enrichment.addresses().apply(ip);
        Place place = said(source).filledFrom(Place.of(known));
        long agent = agent(text(source.getUserAgent()));
        long asn = asn(source.getAsn());
        Network network = NETWORKS.of(source.getNetwork());
        return new Source(
                ip,
                place.country(),
                cut(place.city()),
                place.position(),
                place.radiusKm(),
                asn == Source.NO_ASN ? known.asn() : asn,
                device(text(source.getDeviceId()), agent),
                (int) agent,
                hash("session", text(source.getSessionId())),
                network == Network.UNKNOWN ? known.network() : network);
    }

    private static Place said(dev.tocsin.event.Source source) {
        return new Place(
                country(text(source.getCountry())),
                text(source.getCity()),
                position(source.getLatitude(), source.getLongitude()),
                radius(source.getRadiusKm()));
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable IpAddress ip(@Nullable String value) {
        if (value == null) {
            return null;
        }
        IpAddress dotted = DottedQuad.read(value);
        try {
            return dotted == null
                    ? IpAddress.ofBytes(InetAddresses.forString(value).getAddress())
                    : dotted;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static @Nullable String country(@Nullable String value) {
        String code = value == null ? "" : value.toUpperCase(Locale.ROOT);
        boolean isCode = code.length() == 2 && LETTERS.matchesAllOf(code);
        return isCode ? Source.country(code.charAt(0), code.charAt(1)) : null;
    }

    /** Cuts a name to the bytes that memory affords, between two characters. */
    private static @Nullable String cut(@Nullable String name) {
        if (name == null || name.length() * MOST_BYTES_OF_A_CHAR <= Source.MAX_CITY) {
            return name;
        }
        int end =
                Math.min(name.length(), Source.MAX_CITY + 1); // a char has a byte at least, so it steps back from here
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > Source.MAX_CITY) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    private static @Nullable GeoPoint position(@Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null || longitude == null) {
            return null;
        }
        boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180; // false for NaN
        return onEarth ? GeoPoint.ofDegrees(latitude, longitude) : null;
    }

    private static int radius(@Nullable Integer km) {
        return km == null ? 0 : Math.max(0, Math.min(km, EARTH_HALF_GIRTH_KM));
    }

    private static long asn(@Nullable Long number) {
        return number == null || number <= 0 || number > MAX_ASN ? Source.NO_ASN : number;
    }

    /** The device's id if there is one, else its browser and system, whose updates must not make a new device. */
    private static long device(@Nullable String id, long agent) {
        return id == null ? agent : hash("device", id);
    }

    private long agent(@Nullable String userAgent) {
        return hash("agent", userAgent == null ? null : enrichment.agents().apply(userAgent));
    }

    private static long hash(String kind, @Nullable String value) {
        return value == null ? Hash64.NONE : Hash64.of(kind, ':', value);
    }
}
