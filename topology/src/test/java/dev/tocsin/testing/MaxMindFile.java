package dev.tocsin.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a MaxMind DB file (format 2.0) with 32-bit records, for tests that need contents of their own.
 *
 * <p>Networks must not overlap. Values are maps, text, doubles and integers.
 */
public final class MaxMindFile {
    private static final byte[] MARKER = "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NOTHING = -1;

    private final String type;
    private final int ipVersion;
    private final List<int[]> nodes = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private MaxMindFile(String type, int ipVersion) {
        this.type = type;
        this.ipVersion = ipVersion;
        newNode();
    }

    public static MaxMindFile ofBoth(String type) {
        return new MaxMindFile(type, 6);
    }

    public static MaxMindFile ofIpv4(String type) {
        return new MaxMindFile(type, 4);
    }

    /** Says something of a network such as {@code 192.0.2.0/24}. */
    public MaxMindFile put(String network, Map<String, ?> fields) throws IOException {
        String[] parts = network.split("/", -1);
        byte[] address = InetAddress.getByName(parts[0]).getAddress();
        int zeros = ipVersion == 6 && address.length == 4 ? 96 : 0;
        int length = zeros + Integer.parseInt(parts[1]);
        int node = 0;
        for (int i = 0; i < length - 1; i++) {
            int[] sides = nodes.get(node);
            int side = bit(address, i - zeros);
            if (sides[side] == NOTHING) {
                sides[side] = newNode();
            }
            node = sides[side];
        }
        nodes.get(node)[bit(address, length - 1 - zeros)] = -2 - data.size();
        write(data, fields);
        return this;
    }

    private int newNode() {
        nodes.add(new int[] {NOTHING, NOTHING});
        return nodes.size() - 1;
    }

    private static int bit(byte[] address, int i) {
        return i < 0 ? 0 : address[i / 8] >> (7 - i % 8) & 1;
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    public byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] sides : nodes) {
            out.write(ByteBuffer.allocate(8)
                    .putInt(record(sides[0]))
                    .putInt(record(sides[1]))
                    .array());
        }
        out.write(new byte[16]);
        data.writeTo(out);
        out.write(MARKER);
        write(out, metadata());
        return out.toByteArray();
    }

    private int record(int side) {
        if (side == NOTHING) {
            return nodes.size();
        }
        return side >= 0 ? side : nodes.size() + 16 - 2 - side;
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "node_count", nodes.size(),
                "record_size", 32,
                "ip_version", ipVersion,
                "database_type", type,
                "binary_format_major_version", 2,
                "binary_format_minor_version", 0,
                "build_epoch", 1_795_000_000);
    }

    private static void write(ByteArrayOutputStream out, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            control(out, 7, map.size());
            for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
                write(out, entry.getKey());
                write(out, entry.getValue());
            }
        } else if (value instanceof String text) {
            write(out, 2, text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Double number) {
            write(out, 3, ByteBuffer.allocate(8).putDouble(number).array());
        } else if (value instanceof Integer number) {
            write(out, 6, ByteBuffer.allocate(4).putInt(number).array());
        } else {
            throw new IllegalArgumentException("not written yet: " + value);
        }
    }

    private static void write(ByteArrayOutputStream out, int type, byte[] bytes) throws IOException {
        control(out, type, bytes.length);
        out.write(bytes);
    }

    /** The type in three bits, the length in five; lengths from 29 to 284 go on in a second byte. */
    private static void control(ByteArrayOutputStream out, int type, int length) {
        out.write(type << 5 | Math.min(length, 29));
        if (length >= 29) {
            out.write(length - 29);
        }
    }
}
