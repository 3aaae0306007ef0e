package dev.tocsin.redrive;

/** Redriving ends here; the message says why and what to do, and is all that a user needs to see. */
public final class RedriveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean begun;

    private RedriveException(String sentence, boolean begun, Throwable cause) {
        super(sentence, cause);
        this.begun = begun;
    }

    /** Something must be put right first; nothing was sent. */
    static RedriveException before(String sentence, Throwable cause) {
        return new RedriveException(sentence, false, cause);
    }

    /** Some may have been sent. */
    static RedriveException within(String sentence, Throwable cause) {
        return new RedriveException(sentence, true, cause);
    }

    public boolean hasBegun() {
        return begun;
    }
}
