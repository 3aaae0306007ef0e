package dev.tocsin.account;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How many bytes values take in storage, at most; what is bounded by bytes counts with these. */
final class Footprint {
    private static final int UUID_LENGTH = 36;
    private static final int UUID_BYTES = 16;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Footprint() {}

    /** An id; one that is a UUID as Java writes it is stored as its bits. */
    static int id(String id) {
        return id.length() == UUID_LENGTH && UUID.matcher(id).matches() ? UUID_BYTES : text(id);
    }

    static int text(String text) {
        return 2 + text.getBytes(StandardCharsets.UTF_8).length;
    }
}
