package dev.tocsin.loadtest.bench;

/** The measurement cannot go on; the message is all that a user needs to see. */
final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchException(String sentence) {
        super(sentence);
    }
}
