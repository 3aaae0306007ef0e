package dev.tocsin.loadtest.generate;

/** Something that whoever gave the command can put right; the message is all they see. */
final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mistake(String sentence) {
        super(sentence);
    }
}
