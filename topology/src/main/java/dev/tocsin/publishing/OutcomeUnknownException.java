package dev.tocsin.publishing;

/** The broker went away before it said whether it took a document; the message says what to look at. */
public final class OutcomeUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(String sentence) {
        super(sentence);
    }
}
