package dev.tocsin.loadtest.bench;

/** An option is wrong; the message names it and says what it takes. */
final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mistake(String sentence) {
        super(sentence);
    }
}
