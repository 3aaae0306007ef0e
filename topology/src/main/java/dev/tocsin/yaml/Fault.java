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

    @Override
    public String toString() {
        return (where.isEmpty() ? "" : where + ": ") + sentence + (line == NO_LINE ? "" : " (line " + line + ")");
    }
}
