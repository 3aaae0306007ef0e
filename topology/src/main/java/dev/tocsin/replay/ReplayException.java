package dev.tocsin.replay;

/** A replay that cannot go on until somebody puts something right; the message says what. */
public final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReplayException(String sentence) {
        super(sentence);
    }

    public ReplayException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
