package dev.tocsin.testing;

import com.google.common.net.InetAddresses;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.IpAddress;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import org.jspecify.annotations.Nullable;

/** The source half of the event builders; starts at home in Oslo on the known laptop. */
public abstract class SourceBuilder<B extends SourceBuilder<B>> {
    private @Nullable IpAddress ip = address(Place.OSLO.ip);
    private @Nullable String country = Place.OSLO.country;
    private @Nullable String city = Place.OSLO.city;
    private @Nullable GeoPoint position = Place.OSLO.position();
    private int radiusKm = 10;
    private long asn = Place.OSLO.asn;
    private long device = Hash64.of("laptop");
    private int agent = Source.NO_AGENT;
    private long session = Hash64.NONE;
    private Network network = Network.RESIDENTIAL;

    abstract B self();

    /** Moves to a place, with an address and a network of that place. */
    public B from(Place place) {
        country = place.country;
        city = place.city;
        position = place.position();
        asn = place.asn;
        return ip(place.ip);
    }

    public B ip(@Nullable String text) {
        ip = text == null ? null : address(text);
        return self();
    }

    public B country(@Nullable String code) {
        country = code;
        return self();
    }

    public B city(@Nullable String name) {
        city = name;
        return self();
    }

    public B position(@Nullable GeoPoint point) {
        position = point;
        return self();
    }

    public B radiusKm(int km) {
        radiusKm = km;
        return self();
    }

    public B asn(long number) {
        asn = number;
        return self();
    }

    public B device(@Nullable String id) {
        device = id == null ? Hash64.NONE : Hash64.of(id);
        return self();
    }

    /** The family of its user agent. */
    public B agent(@Nullable String family) {
        agent = family == null ? Source.NO_AGENT : (int) Hash64.of(family);
        return self();
    }

    public B session(@Nullable String id) {
        session = id == null ? Hash64.NONE : Hash64.of(id);
        return self();
    }

    public B network(Network kind) {
        network = kind;
        return self();
    }

    public B nowhere() {
        return ip(null).country(null).city(null).position(null).asn(Source.NO_ASN);
    }

    /** Nothing at all is known about where it came from. */
    public B sourceless() {
        return nowhere().radiusKm(0).device(null).agent(null).session(null).network(Network.UNKNOWN);
    }

    Source source() {
        return new Source(ip, country, city, position, radiusKm, asn, device, agent, session, network);
    }

    @SuppressWarnings("UnstableApiUsage")
    private static IpAddress address(String text) {
        return IpAddress.ofBytes(InetAddresses.forString(text).getAddress());
    }
}
