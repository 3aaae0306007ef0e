package dev.tocsin.publishing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic that versions of the thresholds are published to, and how it is reached. */
public final class ThresholdsTopic {
    /** The order of its records is the truth about what is in force. */
    public static final int PARTITIONS = 1;

    private static final String BROKERS_CLOCK = "LogAppendTime";

    /** A document of 1 MiB, its headers, and a message around it. */
    private static final int MAX_REQUEST_BYTES = 2 << 20;

    /**
     * Compacted, so that nothing is deleted because it is old; and never compacted yet, so that a version sent twice, by
     * whatever means, does not erase the record that says since when it is in force. The broker's clock, as laptops' differ.
     */
    private static final Map<String, String> CONFIG = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
            Long.toString(Long.MAX_VALUE),
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            BROKERS_CLOCK,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(MAX_REQUEST_BYTES));

    /** A reader that belongs to no group, a writer without transactions. */
    private static final List<String> NOT_OURS = List.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG);

    private static final String CLIENT_ID = "tocsin-thresholds";

    private final String name;
    private final Map<String, Object> kafka;

    /** @param kafka properties of Kafka's clients; {@code bootstrap.servers} is required */
    public ThresholdsTopic(String name, Map<String, ?> kafka) {
        this.name = name;
        this.kafka = new HashMap<>(kafka);
    }

    /** As it must be, to be created. */
    public static NewTopic newTopic(String name) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(CONFIG);
    }

    /** What to ask a broker for its settings. */
    public static ConfigResource resource(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    /** The settings in a broker's answer. */
    public static Map<String, String> settings(Map<ConfigResource, Config> answer) {
        Map<String, String> settings = new HashMap<>();
        answer.values().forEach(config -> config.entries().forEach(entry -> {
            if (entry.value() != null) {
                settings.put(entry.name(), entry.value());
            }
        }));
        return settings;
    }

    /**
     * Why a topic that is there must not be used.
     *
     * @param settings the topic's, all of them
     */
    public static Optional<String> fault(String name, Map<String, String> settings) {
        String cleanup = settings.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "");
        if (!cleanup.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            return Optional.of(
                    "The topic " + name + " has cleanup.policy=" + cleanup + ": published thresholds would be"
                            + " deleted because they are old, and others be in force after the next start. Mend it: "
                            + alter(name, "cleanup.policy=compact"));
        }
        String clock = settings.getOrDefault(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "");
        return clock.equals(BROKERS_CLOCK)
                ? Optional.empty()
                : Optional.of(
                        "The topic " + name + " has message.timestamp.type=" + clock + ": versions would take effect by"
                                + " the clock of whoever publishes, which may be years off. Mend it: "
                                + alter(name, "message.timestamp.type=" + BROKERS_CLOCK));
    }

    /** What may surprise people later. */
    public static Optional<String> risk(String name, Map<String, String> settings) {
        return "0".equals(settings.get(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG))
                ? Optional.of("The topic " + name
                        + " has min.compaction.lag.ms=0: whoever sends a version again by other means"
                        + " than thresholds publish erases the record that says since when it is in force. Mend it: "
                        + alter(name, TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG + '=' + Long.MAX_VALUE))
                : Optional.empty();
    }

    private static String alter(String name, String setting) {
        return "kafka-configs.sh --alter --entity-type topics --entity-name " + name + " --add-config " + setting;
    }

    public String name() {
        return name;
    }

    String brokers() {
        return String.valueOf(kafka.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    TopicPartition partition() {
        return new TopicPartition(name, 0);
    }

    KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Map<String, Object> consumerProperties() {
        Map<String, Object> config = of("consumer.");
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, CLIENT_ID);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return config;
    }

    KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(producerProperties(), new StringSerializer(), new ByteArraySerializer());
    }

    Map<String, Object> producerProperties() {
        Map<String, Object> config = of("producer.");
        config.put(ProducerConfig.CLIENT_ID_CONFIG, CLIENT_ID);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip"); // in pure Java
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) TopicReader.PATIENCE.toMillis());
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) TopicReader.PATIENCE.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TopicReader.PATIENCE.toMillis() / 2);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return config;
    }

    Admin admin() {
        return Admin.create(adminProperties());
    }

    Map<String, Object> adminProperties() {
        return of("admin.");
    }

    /** What is said of one kind of client alone, by Kafka Streams' prefixes, wins. */
    private Map<String, Object> of(String prefix) {
        Map<String, Object> config = new HashMap<>(kafka);
        kafka.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                config.put(key.substring(prefix.length()), value);
            }
        });
        config.keySet().removeAll(NOT_OURS);
        return config;
    }
}
