package dev.tocsin.cli;

import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventJson;
import dev.tocsin.codec.EventReader;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.enrich.DatabaseKind;
import dev.tocsin.enrich.ReloadListener;
import dev.tocsin.enrich.UnusableDatabaseException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options by which a command is given databases of addresses; named as their keys in the configuration. */
final class DatabaseOptions {
    private final Map<DatabaseKind, Path> files = new EnumMap<>(DatabaseKind.class);

    @Option(
            names = "--city-database",
            paramLabel = "FILE",
            description = "Where addresses are, for events that do not say; a MaxMind DB file.")
    void city(Path file) {
        files.put(DatabaseKind.CITY, file);
    }

    @Option(names = "--asn-database", paramLabel = "FILE", description = "The same for autonomous systems.")
    void asn(Path file) {
        files.put(DatabaseKind.ASN, file);
    }

    @Option(names = "--anonymous-ip-database", paramLabel = "FILE", description = "The same for anonymous networks.")
    void anonymousIp(Path file) {
        files.put(DatabaseKind.ANONYMOUS_IP, file);
    }

    boolean isAnyGiven() {
        return !files.isEmpty();
    }

    /** Reads events, and enriches them from the files, which are not watched. */
    EventJson events() {
        return new EventJson(new EventReader(new Enrichment(open(), new AgentFamily())));
    }

    private AddressDatabases open() {
        try {
            return AddressDatabases.open(files, ReloadListener.NOOP);
        } catch (UnusableDatabaseException e) {
            throw new UserMistake("--" + e.kind().key() + ": " + e.getMessage());
        }
    }
}
