package dev.tocsin.loadtest.market;

import dev.tocsin.event.Network;
import dev.tocsin.loadtest.traffic.City;

/**
 * A provider's network in a city.
 *
 * @param index its place among all ways, so that what is written of it can be kept in an array
 * @param block its first address, as a number
 * @param addresses how many it has from there on
 * @param radiusKm how far off an address database would be
 */
public record Way(int index, City city, Network network, long asn, int block, int addresses, int radiusKm) {
    /** One of its addresses. */
    int address(long mixed) {
        return block + (int) Long.remainderUnsigned(mixed, addresses);
    }
}
