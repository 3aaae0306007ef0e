package dev.tocsin.yaml;

/**
 * One thing that is wrong with a document, as a person is told of it.
 *
 * @param where the path of the key, such as {@code http.port}, or what overrides it; empty for the whole document
 * @param sentence what is allowed and what was found
 * @param line from 1, or {@link #NO_LINE}
 */
public record Fault(String where, String sentence, int line) {
    public static final int NO_LINE = 0;

    /** Keys may hold anything, and are told to terminals and logs. */
    public Fault {
        where = printable(where);
        sentence = printable(sentence);
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cc}", "?");
    }

    @Override
    public String toString() {
        return (where.isEmpty() ? "" : where + ": ") + sentence + (line == NO_LINE ? "" : " (line " + line + ")");
    }
}
