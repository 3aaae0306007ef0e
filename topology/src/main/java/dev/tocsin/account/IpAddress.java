package dev.tocsin.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * An IPv4 or IPv6 address as 128 bits; IPv4 sits in its mapped range, {@code ::ffff:0:0/96}.
 *
 * <p>Text is parsed at the border, where a library does it.
 */
public record IpAddress(long high, long low) {
    private static final long V4_MAPPED = 0xffff_0000_0000L;

    /**
     * An address from its 4 or 16 bytes in network order.
     *
     * @throws IllegalArgumentException for any other length
     */
    public static IpAddress ofBytes(byte[] bytes) {
        if (bytes.length == 4) {
            return new IpAddress(
                    0, V4_MAPPED | Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt()));
        }
        if (bytes.length == 16) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new IpAddress(buffer.getLong(), buffer.getLong());
        }
        throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
    }

    /** The 4 or 16 bytes in network order. */
    public byte[] bytes() {
        return isV4()
                ? ByteBuffer.allocate(4).putInt((int) low).array()
                : ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    public boolean isV4() {
        return high == 0 && (low >>> 32) == (V4_MAPPED >>> 32);
    }

    /** A key for the /24 (IPv4) or /64 (IPv6) that it lies in. */
    public long neighbourhood() {
        return isV4() ? Hash64.ofPair(4, low >>> 8) : Hash64.ofPair(6, high);
    }

    /** True when both lie in one /24 (IPv4) or one /64 (IPv6), where one household or office usually sits. */
    public boolean isNeighbourOf(IpAddress other) {
        if (isV4() != other.isV4()) {
            return false;
        }
        return isV4() ? (low >>> 8) == (other.low >>> 8) : high == other.high;
    }

    /** True for addresses that say nothing about a place: private, loopback, link-local, unspecified. */
    public boolean isPrivate() {
        InetAddress address = toInetAddress();
        boolean uniqueLocal = !isV4() && (high >>> 57) == (0xfcL >>> 1); // fc00::/7
        return uniqueLocal
                || address.isSiteLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress();
    }

    @Override
    public String toString() {
        return toInetAddress().getHostAddress();
    }

    private InetAddress toInetAddress() {
        try {
            return InetAddress.getByAddress(bytes());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible); // thrown for wrong lengths only
        }
    }
}
