package dev.tocsin.enrich;

import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.IpAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is known of an address, from files that may change under way.
 *
 * <pre>
 *   apply ──▶ loaded ──▶ databases in memory and their cache, immutable as a whole
 *               ▲
 *   check ──────┘ replaced in one step when a file has changed
 * </pre>
 *
 * <p>Safe for many threads; who looks up never waits for a file.
 */
public final class AddressDatabases implements Function<IpAddress, AddressInfo> {
    private final List<WatchedFile> files;
    private volatile Loaded loaded;

    private AddressDatabases(List<WatchedFile> files, Loaded loaded) {
        this.files = files;
        this.loaded = loaded;
    }

    /** No database: nothing is known of any address. */
    public static AddressDatabases none() {
        return new AddressDatabases(List.of(), new Loaded(Map.of()));
    }

    /**
     * Reads the files.
     *
     * @param files any of the kinds, or none
     * @throws UnusableDatabaseException for the first that is not there or is of another kind
     */
    public static AddressDatabases open(Map<DatabaseKind, Path> files, ReloadListener listener)
            throws UnusableDatabaseException {
        List<WatchedFile> watched = new ArrayList<>();
        Map<DatabaseKind, Database> databases = new EnumMap<>(DatabaseKind.class);
        for (DatabaseKind kind : DatabaseKind.values()) {
            Path path = files.get(kind);
            if (path != null) {
                WatchedFile file = new WatchedFile(kind, path, listener);
                databases.put(kind, file.load());
                watched.add(file);
            }
        }
        return new AddressDatabases(watched, new Loaded(databases));
    }

    @Override
    public AddressInfo apply(IpAddress address) {
        return loaded.find(address);
    }

    /** Looks at the files once. */
    synchronized void check() {
        Map<DatabaseKind, Database> databases = new EnumMap<>(DatabaseKind.class);
        for (WatchedFile file : files) {
            file.reload().ifPresent(database -> databases.put(file.kind(), database));
        }
        if (!databases.isEmpty()) {
            loaded.databases().forEach(databases::putIfAbsent);
            loaded = new Loaded(databases);
        }
    }
}
