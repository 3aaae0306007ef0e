package dev.tocsin.codec;

import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.IpAddress;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import org.jspecify.annotations.Nullable;

/** A source in the state: one byte says which values follow, a second one the network. */
final class SourceBytes {
    private static final int V4 = 1;
    private static final int V6 = 2;
    private static final int COUNTRY = 4;
    private static final int CITY = 8;
    private static final int POSITION = 16;
    private static final int ASN = 32;
    private static final int DEVICE = 1;
    private static final int SESSION = 2;
    private static final int AGENT = 4;
    private static final int NETWORK_SHIFT = 3;

    private static final Codes<Network> NETWORKS = new Codes<>(Network.class);

    private SourceBytes() {}

    static void write(Out out, Source source) {
        out.number(places(source));
        out.number((source.device() == Hash64.NONE ? 0 : DEVICE)
                | (source.session() == Hash64.NONE ? 0 : SESSION)
                | (source.agent() == Source.NO_AGENT ? 0 : AGENT)
                | (NETWORKS.of(source.network()) << NETWORK_SHIFT));
        if (source.ip() != null) {
            ip(out, source.ip());
        }
        if (source.country() != null) {
            out.raw(source.country().charAt(0)).raw(source.country().charAt(1));
        }
        if (source.city() != null) {
            out.text(source.city());
        }
        if (source.position() != null) {
            position(out, source.position(), source.radiusKm());
        }
        if (source.asn() != Source.NO_ASN) {
            out.number(source.asn());
        }
        if (source.device() != Hash64.NONE) {
            out.bits(source.device());
        }
        if (source.agent() != Source.NO_AGENT) {
            out.bits32(source.agent());
        }
        if (source.session() != Hash64.NONE) {
            out.bits(source.session());
        }
    }

    private static int places(Source source) {
        return ip(source.ip())
                | (source.country() == null ? 0 : COUNTRY)
                | (source.city() == null ? 0 : CITY)
                | (source.position() == null ? 0 : POSITION)
                | (source.asn() == Source.NO_ASN ? 0 : ASN);
    }

    private static int ip(@Nullable IpAddress ip) {
        if (ip == null) {
            return 0;
        }
        return ip.isV4() ? V4 : V6;
    }

    private static void ip(Out out, IpAddress ip) {
        if (ip.isV4()) {
            out.bits32((int) ip.low());
        } else {
            out.bits(ip.high()).bits(ip.low());
        }
    }

    static void position(Out out, GeoPoint position, int radiusKm) {
        out.number(position.latitude()).number(position.longitude()).number(radiusKm);
    }

    static Source read(In in) {
        int places = in.small();
        int rest = in.small();
        IpAddress ip = readIp(in, places);
        String country = has(places, COUNTRY) ? country(in) : null;
        String city = has(places, CITY) ? in.text() : null;
        GeoPoint position = has(places, POSITION) ? new GeoPoint(in.small(), in.small()) : null;
        int radiusKm = has(places, POSITION) ? in.small() : 0;
        long asn = has(places, ASN) ? in.number() : Source.NO_ASN;
        long device = has(rest, DEVICE) ? in.bits() : Hash64.NONE;
        int agent = has(rest, AGENT) ? in.bits32() : Source.NO_AGENT;
        long session = has(rest, SESSION) ? in.bits() : Hash64.NONE;
        Network network = NETWORKS.constant(rest >>> NETWORK_SHIFT);
        return new Source(ip, country, city, position, radiusKm, asn, device, agent, session, network);
    }

    private static String country(In in) {
        return Source.country(in.letter(), in.letter());
    }

    private static @Nullable IpAddress readIp(In in, int places) {
        if (has(places, V4)) {
            return IpAddress.ofV4(in.bits32());
        }
        return has(places, V6) ? new IpAddress(in.bits(), in.bits()) : null;
    }

    static boolean has(int bits, int bit) {
        return (bits & bit) != 0;
    }
}
