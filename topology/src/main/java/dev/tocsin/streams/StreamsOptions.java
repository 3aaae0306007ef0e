package dev.tocsin.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How the application runs beside its brokers.
 *
 * @param kafka any Kafka client or Kafka Streams property; wins over what is set here
 * @param registry {@code schema.registry.*} properties
 * @param registerSchemas whether the schemas of the output topics may be registered
 * @param guarantee Kafka Streams' {@code processing.guarantee}
 * @param advertised {@code host:port} at which other instances reach this one's look-ups
 * @param maxFuture how far an event may lie after its record's timestamp
 */
public record StreamsOptions(
        String applicationId,
        Map<String, Object> kafka,
        Map<String, Object> registry,
        boolean registerSchemas,
        Topics topics,
        String guarantee,
        int threads,
        int standbys,
        Path stateDir,
        String advertised,
        Duration maxFuture,
        StateMemory memory) {
    private static final int BATCH_BYTES = 64 * 1024;

    public StreamsOptions {
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
    }

    /** With the usual memory. */
    public StreamsOptions(
            String applicationId,
            Map<String, Object> kafka,
            Map<String, Object> registry,
            boolean registerSchemas,
            Topics topics,
            String guarantee,
            int threads,
            int standbys,
            Path stateDir,
            String advertised,
            Duration maxFuture) {
        this(
                applicationId,
                kafka,
                registry,
                registerSchemas,
                topics,
                guarantee,
                threads,
                standbys,
                stateDir,
                advertised,
                maxFuture,
                StateMemory.USUAL);
    }

    /** Addresses of the brokers, for messages. */
    String brokers() {
        return String.valueOf(kafka.get(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    /** For an admin client beside Kafka Streams' own: what is said of admin clients alone wins, as it does there. */
    Map<String, Object> adminProperties() {
        Map<String, Object> admin = new HashMap<>(kafka);
        kafka.forEach((key, value) -> {
            if (key.startsWith(StreamsConfig.ADMIN_CLIENT_PREFIX)) {
                admin.put(key.substring(StreamsConfig.ADMIN_CLIENT_PREFIX.length()), value);
            }
        });
        return admin;
    }

    /** Without the clients' properties, among which are secrets. */
    @Override
    public String toString() {
        return "StreamsOptions[" + applicationId + ", " + topics + ", " + guarantee + ']';
    }

    /** What a changelog's topic is told; a benchmark's other topologies are to have the same. */
    public static Map<String, String> changelogSettings() {
        return LoginAnomalyTopology.CHANGELOG;
    }

    /** Everything that Kafka Streams is told, the tuning included. */
    public Properties streamsProperties() {
        Map<String, Object> all = new HashMap<>();
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        all.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        all.put(StreamsConfig.APPLICATION_SERVER_CONFIG, advertised);
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        all.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, RecordTime.class);
        // the record cache batches writes and slows down many keys: 74 k/s fall to 33-47 k/s
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        // Streams waits 100 ms for a batch; 5 ms bring the median alert from 22 to 7 ms at the same throughput
        all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        // a partition's states come in runs, and every 16 KiB of them, the clients' default, were a request;
        // 64 KiB bring 42,500 events a second to 50,900, 256 KiB no more
        all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.class);
        all.put(RocksDbMemory.BYTES_CONFIG, memory.rocksDbBytes());
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // of every client, as the kernel sizes it; a fetch overflows a consumer's 64 KiB, on loopback for 200 ms
        all.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        all.putAll(kafka);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }
}
