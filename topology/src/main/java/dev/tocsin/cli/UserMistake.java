package dev.tocsin.cli;

/** Something that whoever gave the command can put right; the message is all they see. */
public final class UserMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserMistake(String sentence) {
        super(sentence);
    }
}
