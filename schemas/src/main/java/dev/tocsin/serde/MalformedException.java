package dev.tocsin.serde;

import dev.tocsin.serde.UndecodableException.Reason;
import java.io.IOException;

/** Carries the reason out of Avro's machinery, which passes only {@link IOException} through untouched. */
final class MalformedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String what;

    MalformedException(Reason reason, String what) {
        super(what);
        this.reason = reason;
        this.what = what;
    }

    Reason reason() {
        return reason;
    }

    String what() {
        return what;
    }
}
