package dev.tocsin.loadtest.market;

import dev.tocsin.streams.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes events as what is sent to Kafka: in the topic of their kind, by account, at their event time.
 *
 * <p>Keys are text and values what {@link AvroBytes} writes, both for a {@code ByteArraySerializer}; the partition is for the
 * producer to choose. Not safe for several threads.
 */
public final class KafkaRecords {
    private final Topics topics;
    private final AvroBytes values;

    /** By the ids that the registry gave the two schemas. */
    public KafkaRecords(Topics topics, int loginSchemaId, int changeSchemaId) {
        this.topics = topics;
        this.values = new AvroBytes(loginSchemaId, changeSchemaId);
    }

    /** A record of its own, which may be sent at any time. */
    public ProducerRecord<byte[], byte[]> of(Event event) {
        byte[] key = Ids.account(event.account()).getBytes(StandardCharsets.US_ASCII);
        String topic = event.deed().isLogin() ? topics.logins() : topics.accountChanges();
        return new ProducerRecord<>(topic, null, event.at(), key, values.value(event));
    }
}
