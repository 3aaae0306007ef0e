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
 * other two where the sender says nothing, or {@code UNKNOWN}. A device's id wins over its user agent, whose
 * updates must not make a new device.
 */
final class SourceReader {
    private static final String DEVICE = "device";
    private static final String SESSION = "session";
    private static final CharMatcher LETTERS = CharMatcher.inRange('A', 'Z');
    private static final int EARTH_HALF_GIRTH_KM = 20_038;
    private static final int MOST_BYTES_OF_A_CHAR = 3;
    private static final long MAX_ASN = 4_294_967_295L;

    private static final SameNames<dev.tocsin.event.Network, Network> NETWORKS =
            new SameNames<>(dev.tocsin.event.Network.class, Network.class);

    private final Enrichment enrichment;
    private final AgentHashes agents = new AgentHashes(header -> agent(text(header)));

    SourceReader(Enrichment enrichment) {
        this.enrichment = enrichment;
    }

    Source read(dev.tocsin.event.@Nullable Source source) {
        if (source == null) {
            return Source.UNKNOWN;
        }
        return filled(
                ip(text(source.getIp())),
                new Place(
                        country(text(source.getCountry())),
                        text(source.getCity()),
                        position(source.getLatitude(), source.getLongitude()),
                        radius(source.getRadiusKm())),
                asn(source.getAsn()),
                hash(DEVICE, text(source.getDeviceId())),
                agent(text(source.getUserAgent())),
                hash(SESSION, text(source.getSessionId())),
                NETWORKS.of(source.getNetwork()));
    }

    /** Reads a source from the contract's own bytes, which have its fields in this order. */
    Source read(In in) {
        IpAddress ip = ip(in);
        String country = country(text(in));
        skipText(in); // the region, which no detector asks for
        String city = text(in);
        GeoPoint position = position(in.isPresent() ? in.real64() : null, in.isPresent() ? in.real64() : null);
        return filled(
                ip,
                new Place(country, city, position, in.isPresent() ? radius(in.small()) : 0),
                in.isPresent() ? asn(in.number()) : Source.NO_ASN,
                hash(DEVICE, in),
                agent(in),
                hash(SESSION, in),
                NETWORKS.at(in.small()));
    }

    private Source filled(
            @Nullable IpAddress ip, Place said, long asn, long device, long agent, long session, Network network) {
        AddressInfo known =
                ip == null ? AddressInfo.UNKNOWN : enrichment.addresses().apply(ip);
        Place place = said.filledFrom(Place.of(known));
        return new Source(
                ip,
                place.country(),
                cut(place.city()),
                place.position(),
                place.radiusKm(),
                asn == Source.NO_ASN ? known.asn() : asn,
                device == Hash64.NONE ? agent : device,
                (int) agent,
                session,
                network == Network.UNKNOWN ? known.network() : network);
    }

    private static @Nullable String text(In in) {
        return in.isPresent() ? text(in.text()) : null;
    }

    private static void skipText(In in) {
        if (in.isPresent()) {
            in.take(in.small());
        }
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

    private static @Nullable IpAddress ip(In in) {
        if (!in.isPresent()) {
            return null;
        }
        int length = in.small();
        int from = in.take(length);
        IpAddress dotted = DottedQuad.read(in.bytes(), from, length);
        return dotted == null ? ip(text(In.text(in.bytes(), from, length))) : dotted;
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

    private long agent(@Nullable String userAgent) {
        return hash("agent", userAgent == null ? null : enrichment.agents().apply(userAgent));
    }

    private long agent(In in) {
        if (!in.isPresent()) {
            return Hash64.NONE;
        }
        int length = in.small();
        return agents.of(in.bytes(), in.take(length), length);
    }

    /** As of the text; one of ASCII with no blanks at its ends, which most are, is not even made. */
    private static long hash(String kind, In in) {
        if (!in.isPresent()) {
            return Hash64.NONE;
        }
        int length = in.small();
        int from = in.take(length);
        return isPlain(in.bytes(), from, length)
                ? Hash64.of(kind, ':', in.bytes(), from, length)
                : hash(kind, text(In.text(in.bytes(), from, length)));
    }

    private static boolean isPlain(byte[] bytes, int from, int length) {
        int signs = 0;
        for (int i = from; i < from + length; i++) {
            signs |= bytes[i];
        }
        return length > 0 && signs >= 0 && bytes[from] > ' ' && bytes[from + length - 1] > ' ';
    }

    private static long hash(String kind, @Nullable String value) {
        return value == null ? Hash64.NONE : Hash64.of(kind, ':', value);
    }
}
