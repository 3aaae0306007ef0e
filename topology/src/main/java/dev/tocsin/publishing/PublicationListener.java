package dev.tocsin.publishing;

import dev.tocsin.thresholds.Refusal;
import java.time.Instant;

/** Hears of what is published while the detector runs. Called from one thread. */
public interface PublicationListener {
    PublicationListener NOOP = new PublicationListener() {
        @Override
        public void received() {}

        @Override
        public void refused(Refusal.Kind kind) {}

        @Override
        public void stands(String inForce, int pending, int warnings) {}

        @Override
        public void contact(Instant at) {}
    };

    /** A version was received; it takes effect at its time. */
    void received();

    /** A record was refused. */
    void refused(Refusal.Kind kind);

    /**
     * How things stand now.
     *
     * @param inForce the version that an event of now is judged by
     * @param pending versions that wait for their time
     * @param warnings refused documents that somebody may believe to be in force
     */
    void stands(String inForce, int pending, int warnings);

    /** The broker answered. */
    void contact(Instant at);
}
