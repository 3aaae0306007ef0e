package dev.tocsin.alerting;

import dev.tocsin.detection.Evidence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names an alert after account, detector and the events it rests on, and nothing else: the same story gets the same id on
 * every instance, in every arrival order, and under every threshold.
 */
public final class AlertId {
    private static final int BYTES = 16;

    private AlertId() {}

    public static String of(String accountId, String detector, List<Evidence> evidence) {
        MessageDigest digest = sha256();
        add(digest, accountId);
        add(digest, detector);
        evidence.stream().map(Evidence::eventId).sorted().forEach(id -> add(digest, id));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) (bytes.length >>> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform must have it
        }
    }
}
