package dev.tocsin.loadtest.traffic;

import dev.tocsin.event.Network;
import dev.tocsin.event.Source;
import java.util.List;

/**
 * A way into the internet: a home line, an office, a carrier's gateway, a rented server.
 *
 * <p>Addresses come from 240.0.0.0/4, which is nobody's: a /16 for each kind of network in each city. Places and
 * autonomous systems are real, and stand in the events, so nobody has to look the address up.
 *
 * @param address an IPv4 address as a number
 * @param changingBits how many of its last bits are other ones at each visit
 * @param radiusKm how far off an address database would be
 */
record Access(City city, Network network, long asn, int address, int changingBits, int radiusKm) {
    private static final int FIRST_ADDRESS = 240 << 24;
    private static final int KINDS = 8;
    private static final int NETWORK_SIZE = 1 << 16;

    /** Rented servers, and exits of VPN services, are in the same few networks everywhere. */
    private static final List<Long> HOSTERS = List.of(14061L, 16276L, 24940L, 63949L);

    private static final List<Long> VPN_SERVICES = List.of(9009L, 212238L);

    static Access home(City city, Dice dice) {
        int provider = dice.below(city.homeAsns().size());
        return fixed(city, Network.RESIDENTIAL, provider, city.homeAsns().get(provider), dice);
    }

    static Access office(City city, Dice dice) {
        return fixed(city, Network.BUSINESS, 2, city.homeAsns().get(0), dice);
    }

    static Access hotel(City city, Dice dice) {
        return fixed(city, Network.BUSINESS, 3, city.homeAsns().get(1), dice);
    }

    /** Carriers hand out another address each time. */
    static Access mobile(City gateway) {
        return new Access(gateway, Network.MOBILE, gateway.mobileAsn(), base(gateway, 4), 14, 100);
    }

    static Access hosting(City city, Dice dice) {
        return fixed(city, Network.HOSTING, 5, dice.pick(HOSTERS), dice);
    }

    static Access vpn(City exit, Dice dice) {
        return fixed(exit, Network.VPN, 6, dice.pick(VPN_SERVICES), dice);
    }

    private static Access fixed(City city, Network network, int kind, long asn, Dice dice) {
        return new Access(city, network, asn, base(city, kind) + dice.below(NETWORK_SIZE), 0, 20);
    }

    private static int base(City city, int kind) {
        return FIRST_ADDRESS + (city.index() * KINDS + kind) * NETWORK_SIZE;
    }

    /** The same line after its provider gave it another address nearby. */
    Access withChangingAddress() {
        return new Access(city, network, asn, address, 8, radiusKm);
    }

    /** One visit through this way in, as the platform's edge sees it. */
    Source visit(Device device, Dice dice) {
        return Source.newBuilder()
                .setIp(dotted(changingBits == 0 ? address : changed(dice)))
                .setCountry(city.country())
                .setRegion(city.region())
                .setCity(city.name())
                .setLatitude(city.latitude())
                .setLongitude(city.longitude())
                .setRadiusKm(radiusKm)
                .setAsn(asn)
                .setDeviceId(device.id())
                .setUserAgent(device.userAgent())
                .setSessionId(device.session(dice))
                .setNetwork(network)
                .build();
    }

    private int changed(Dice dice) {
        int range = 1 << changingBits;
        return (address & -range) | dice.below(range);
    }

    private static String dotted(int address) {
        return (address >>> 24) + "." + ((address >>> 16) & 255) + "." + ((address >>> 8) & 255) + "."
                + (address & 255);
    }
}
