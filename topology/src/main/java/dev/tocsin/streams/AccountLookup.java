package dev.tocsin.streams;

import dev.tocsin.codec.StateCodec;
import dev.tocsin.codec.StoredAccount;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Finds what is remembered of an account, here or at the instance that owns it. */
public final class AccountLookup {
    private final KafkaStreams streams;
    private final Restoring restoring;
    private final HostInfo self;

    AccountLookup(KafkaStreams streams, Restoring restoring, String advertised) {
        this.streams = streams;
        this.restoring = restoring;
        this.self = HostInfo.buildFromEndpoint(advertised);
    }

    /** Where a look-up ends. */
    public sealed interface Answer {
        record Found(StoredAccount account) implements Answer {}

        /** This instance owns the account's partition, and nothing was ever seen of it. */
        record Unknown() implements Answer {}

        /** Ask there. */
        record Elsewhere(String host, int port) implements Answer {}

        /** Partitions are moving or being restored; ask again soon. */
        record NotNow(String reason) implements Answer {}
    }

    public Answer find(String accountId) {
        try {
            KeyQueryMetadata owner = streams.queryMetadataForKey(Names.ACCOUNTS, accountId, new StringSerializer());
            HostInfo active = owner.activeHost();
            if (active.equals(HostInfo.unavailable())) {
                return new Answer.NotNow("partitions are being assigned");
            }
            return active.equals(self)
                    ? findHere(accountId, owner.partition())
                    : new Answer.Elsewhere(active.host(), active.port());
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return new Answer.NotNow(String.valueOf(e.getMessage()));
        }
    }

    /** Only the account's partition can tell that it was never seen; another's store merely does not have it. */
    private Answer findHere(String accountId, int partition) {
        if (restoring.isRestoring(partition)) { // Kafka Streams would ask the store as far as it is
            return new Answer.NotNow("the state of the account's partition is being restored");
        }
        ReadOnlyKeyValueStore<String, byte[]> store = streams.store(StoreQueryParameters.fromNameAndType(
                        Names.ACCOUNTS, QueryableStoreTypes.<String, byte[]>keyValueStore())
                .withPartition(partition));
        byte[] bytes = store.get(accountId);
        return bytes == null ? new Answer.Unknown() : new Answer.Found(StateCodec.read(bytes, accountId));
    }
}
