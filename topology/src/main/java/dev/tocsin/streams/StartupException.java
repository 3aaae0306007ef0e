package dev.tocsin.streams;

/** The application refuses to start; the message says why and what to do, and is all that a user needs to see. */
public final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartupException(String sentence) {
        super(sentence);
    }

    public StartupException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
