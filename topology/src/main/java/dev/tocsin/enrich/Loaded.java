package dev.tocsin.enrich;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.IpAddress;
import java.util.Map;

/** The databases of one moment, and what they said lately. */
final class Loaded {
    /** At about 300 bytes each, 3 MB; a login's address is one of the last ten thousand more often than not. */
    private static final int CACHED = 10_000;

    private final Map<DatabaseKind, Database> databases;
    private final LoadingCache<IpAddress, AddressInfo> cache;

    Loaded(Map<DatabaseKind, Database> databases) {
        this.databases = Map.copyOf(databases);
        cache = CacheBuilder.newBuilder().maximumSize(CACHED).build(CacheLoader.from(this::lookUp));
    }

    Map<DatabaseKind, Database> databases() {
        return databases;
    }

    AddressInfo find(IpAddress address) {
        return databases.isEmpty() ? AddressInfo.UNKNOWN : cache.getUnchecked(address);
    }

    private AddressInfo lookUp(IpAddress address) {
        if (address.isPrivate()) {
            return AddressInfo.UNKNOWN; // whatever a database says: it is somebody's own network
        }
        AddressInfo place = lookUp(DatabaseKind.CITY, address);
        return new AddressInfo(
                place.country(),
                place.city(),
                place.position(),
                place.radiusKm(),
                lookUp(DatabaseKind.ASN, address).asn(),
                lookUp(DatabaseKind.ANONYMOUS_IP, address).network());
    }

    private AddressInfo lookUp(DatabaseKind kind, IpAddress address) {
        Database database = databases.get(kind);
        return database == null ? AddressInfo.UNKNOWN : database.find(address);
    }
}
