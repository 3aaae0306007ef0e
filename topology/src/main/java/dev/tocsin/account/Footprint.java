package dev.tocsin.account;

/** How many bytes values take in storage, at most; what is bounded by bytes counts with these. */
final class Footprint {
    /** The longest id and segment that the border lets in, and a source of its own. */
    static final int LARGEST_EVENT = 30 + 66 + 34 + 89;

    private Footprint() {}

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
