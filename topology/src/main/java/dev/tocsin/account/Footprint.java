package dev.tocsin.account;

/** How many bytes values take in storage, at most; what is bounded by bytes counts with these. */
final class Footprint {
    private static final int UUID_LENGTH = 36;
    private static final int UUID_BYTES = 16;

    private Footprint() {}

    /** An id; one that is a UUID as Java writes it is stored as its bits. */
    static int id(String id) {
        return isUuid(id) ? UUID_BYTES : text(id);
    }

    private static boolean isUuid(String id) {
        if (id.length() != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = id.charAt(i);
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            boolean fits = isDash ? c == '-' : isHex(c);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /** A length, and UTF-8: at most three bytes for a char, since a pair of surrogates takes four. */
    static int text(String text) {
        int bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return bytes;
    }
}
