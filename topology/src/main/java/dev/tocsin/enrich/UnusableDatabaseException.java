package dev.tocsin.enrich;

import java.nio.file.Path;

/** A file that is not the database it should be; the message says which file, what is wrong and what to do. */
public final class UnusableDatabaseException extends Exception {
    private static final long serialVersionUID = 1L;

    private final DatabaseKind kind;

    UnusableDatabaseException(DatabaseKind kind, Path file, String problem) {
        super(file + ": " + problem);
        this.kind = kind;
    }

    UnusableDatabaseException(DatabaseKind kind, Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
        this.kind = kind;
    }

    public DatabaseKind kind() {
        return kind;
    }
}
