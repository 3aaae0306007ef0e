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
            return ofV4(ByteBuffer.wrap(bytes).getInt());
        }
        if (bytes.length == 16) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new IpAddress(buffer.getLong(), buffer.getLong());
        }
        throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
    }

    /** An IPv4 address from its bits. */
    public static IpAddress ofV4(int bits) {
        return new IpAddress(0, V4_MAPPED | Integer.toUnsignedLong(bits));
    }

    /** How many bytes it has. */
    int length() {
        return isV4() ? 4 : 16;
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
        return isV4() ? isPrivateV4((int) low) : isPrivateV6();
    }

    private static boolean isPrivateV4(int bits) {
        int first = bits >>> 24;
        return bits == 0
                || first == 10
                || first == 127
                || bits >>> 20 == (172 << 4 | 1) // 172.16.0.0/12
                || bits >>> 16 == (192 << 8 | 168)
                || bits >>> 16 == (169 << 8 | 254);
    }

    private boolean isPrivateV6() {
        return high >>> 57 == 0xfc >>> 1 // fc00::/7
                || high >>> 54 == 0xfe80 >>> 6 // fe80::/10, links
                || high >>> 54 == 0xfec0 >>> 6 // fec0::/10, sites, as they once were
                || (high == 0 && (low == 0 || low == 1));
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
