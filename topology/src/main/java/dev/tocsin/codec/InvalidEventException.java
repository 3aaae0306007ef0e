package dev.tocsin.codec;

/** A record that could be read but cannot be judged; it belongs on the dead-letter topic. */
public final class InvalidEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String label;

    /**
     * @param label the reason in kebab-case, from a small fixed set: it becomes a metric tag
     * @param sentence what is wrong, where, and what to do
     */
    public InvalidEventException(String label, String sentence) {
        super(sentence);
        this.label = label;
    }

    public String label() {
        return label;
    }
}
