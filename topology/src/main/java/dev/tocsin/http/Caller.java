package dev.tocsin.http;

/**
 * Who asks.
 *
 * @param name a token's, or the subject of a certificate as RFC 2253 writes it
 */
record Caller(String name, Proof proof) {
    /** Nobody need say who they are: an instance that only its own machine can reach. */
    static final Caller ANYBODY = new Caller("anybody", Proof.NONE);

    enum Proof {
        TOKEN,
        CERTIFICATE,
        NONE
    }
}
