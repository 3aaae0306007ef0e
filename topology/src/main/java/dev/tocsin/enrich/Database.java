package dev.tocsin.enrich;

import com.maxmind.db.CHMCache;
import com.maxmind.db.InvalidNetworkException;
import com.maxmind.db.Metadata;
import com.maxmind.db.Networks;
import com.maxmind.db.Reader;
import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One MaxMind DB file as it was when it was read.
 *
 * <p>The whole file is held in memory: what happens to it on disk afterwards cannot be seen, and nobody has to close
 * anything while others look up. Safe for many threads.
 */
final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** So many networks, the lowest, tell what a database is about. Of a thousand, MaxMind's test files leave a few empty. */
    private static final int SAMPLE = 1_000;

    private final DatabaseKind kind;
    private final Path file;
    private final Reader reader;
    private final AtomicBoolean complained = new AtomicBoolean();

    private Database(DatabaseKind kind, Path file, Reader reader) {
        this.kind = kind;
        this.file = file;
        this.reader = reader;
    }

    static Database load(DatabaseKind kind, Path file) throws UnusableDatabaseException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UnusableDatabaseException(kind, file, unreadable(file));
        }
        try {
            Reader reader = new Reader(file.toFile(), Reader.FileMode.MEMORY, new CHMCache());
            Database database = new Database(kind, file, reader);
            if (!database.isOfItsKind()) {
                String type = reader.getMetadata().databaseType();
                throw new UnusableDatabaseException(kind, file, kind.refusal(type));
            }
            return database;
        } catch (IOException | InvalidNetworkException | RuntimeException | StackOverflowError damage) {
            String problem = "is no MaxMind DB file, or damaged, or half of one; unpack it if it is packed";
            throw new UnusableDatabaseException(kind, file, problem, damage);
        }
    }

    private static String unreadable(Path file) {
        if (Files.isDirectory(file)) {
            return "is a folder; give a file";
        }
        return Files.exists(file) ? "you may not read this file" : "there is no such file";
    }

    private boolean isOfItsKind() throws IOException, InvalidNetworkException {
        Networks<?> networks = reader.networks(Map.class);
        for (int i = 0; i < SAMPLE && networks.hasNext(); i++) {
            if (networks.next().data() instanceof Map<?, ?> fields
                    && !kind.read(new Fields(fields)).equals(AddressInfo.UNKNOWN)) {
                return true;
            }
        }
        return false;
    }

    /** What the file says of an address, as far as it can be read. */
    AddressInfo find(IpAddress address) {
        if (!address.isV4() && reader.getMetadata().ipVersion() == 4) {
            return AddressInfo.UNKNOWN; // the library would take the first 32 bits for an IPv4 address
        }
        try {
            Map<?, ?> fields = reader.get(InetAddress.getByAddress(address.bytes()), Map.class);
            return fields == null ? AddressInfo.UNKNOWN : kind.read(new Fields(fields));
        } catch (IOException | RuntimeException | StackOverflowError damage) {
            complain();
            return AddressInfo.UNKNOWN;
        }
    }

    private void complain() {
        if (complained.compareAndSet(false, true)) {
            LOG.warn("{}: {} is damaged; addresses that it cannot tell count as unknown", kind.key(), file);
        }
    }

    /** The type, the day and the size, for the log. */
    @Override
    public String toString() {
        Metadata metadata = reader.getMetadata();
        Instant built = metadata.buildTime();
        return "%s of %s, from %s"
                .formatted(
                        metadata.databaseType(), built.atOffset(ZoneOffset.UTC).toLocalDate(), file);
    }
}
