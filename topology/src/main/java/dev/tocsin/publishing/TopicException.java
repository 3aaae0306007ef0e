package dev.tocsin.publishing;

/** The topic of thresholds cannot be used; the message says why and what to do, and is all that a user needs to see. */
public final class TopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicException(String sentence) {
        super(sentence);
    }

    TopicException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
