package dev.tocsin.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much of the heap a replay may keep accounts in. */
final class MemorySize {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmg])b?");

    /** Half a million accounts in the launcher's 2 GB. */
    private static final double USUAL_SHARE = 0.25;

    /** The rest is for events in flight and for the garbage between two collections. */
    private static final double MOST_SHARE = 0.6;

    private MemorySize() {}

    /**
     * Bytes.
     *
     * @param text such as {@code 1g} or {@code 512m}, null for the usual share
     */
    static long of(@Nullable String text, long heap) {
        if (text == null) {
            return (long) (heap * USUAL_SHARE);
        }
        Matcher size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new UserMistake("--memory: expected a size such as 512m or 1g, found " + text);
        }
        long unit = 1L << (10 * (1 + "kmg".indexOf(size.group(2))));
        long bytes = Long.parseLong(size.group(1)) * unit;
        if (bytes > heap * MOST_SHARE) {
            throw new UserMistake("--memory: " + text + " is too much of a heap of " + (heap >> 20)
                    + " MiB; give at most 6/10 of it, or a larger heap with TOCSIN_JAVA_OPTS=-Xmx4g");
        }
        return bytes;
    }
}
