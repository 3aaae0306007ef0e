package dev.tocsin.account;

/**
 * All addresses that begin alike: a network in CIDR notation.
 *
 * @param first its lowest address
 * @param prefix how many bits are alike: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record IpRange(IpAddress first, int prefix) {
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;

    /** @throws IllegalArgumentException for a prefix that is too long, or for an address with bits beyond it */
    public IpRange {
        int longest = first.isV4() ? V4_BITS : V6_BITS;
        if (prefix < 0 || prefix > longest) {
            throw new IllegalArgumentException("the prefix must be between 0 and " + longest);
        }
        if (!masked(first, prefix).equals(first)) {
            throw new IllegalArgumentException(
                    "the address has bits beyond the prefix; the network is " + masked(first, prefix) + '/' + prefix);
        }
    }

    public boolean contains(IpAddress address) {
        int bits = significant(prefix, first.isV4());
        return address.isV4() == first.isV4()
                && ((address.high() ^ first.high()) & leading(Math.min(bits, 64))) == 0
                && ((address.low() ^ first.low()) & leading(Math.max(0, bits - 64))) == 0;
    }

    private static IpAddress masked(IpAddress address, int prefix) {
        int bits = significant(prefix, address.isV4());
        return new IpAddress(
                address.high() & leading(Math.min(bits, 64)), address.low() & leading(Math.max(0, bits - 64)));
    }

    /** Of the 128 bits, those that must be alike. */
    private static int significant(int prefix, boolean isV4) {
        return isV4 ? prefix + V6_BITS - V4_BITS : prefix;
    }

    /** So many ones, then zeros. */
    private static long leading(int ones) {
        return ones == 0 ? 0 : -1L << (64 - ones);
    }

    @Override
    public String toString() {
        return first.toString() + '/' + prefix;
    }
}
