package dev.tocsin.enrich;

/** Hears of updates that did not work. Called from one thread. */
@FunctionalInterface
public interface ReloadListener {
    ReloadListener NOOP = kind -> {};

    /** A changed file could not be used; the database before it stays in use, and the file is tried again. */
    void reloadFailed(DatabaseKind kind);
}
