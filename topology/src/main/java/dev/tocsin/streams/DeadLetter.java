package dev.tocsin.streams;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A record that could not become an event, as it goes to the dead-letter topic: its own key, value, timestamp and headers,
 * and headers beside them that say where it stood and why it is here.
 */
public final class DeadLetter {
    public static final String TOPIC = "tocsin.topic";
    public static final String PARTITION = "tocsin.partition";
    public static final String OFFSET = "tocsin.offset";
    public static final String REASON = "tocsin.reason";
    public static final String DETAIL = "tocsin.detail";

    /** On a record that was put back into its input topic: topic, partition and offset of the dead letter. */
    public static final String REDRIVEN_FROM = "tocsin.redriven-from";

    /** On a mark in the dead-letter topic: the offset, in the mark's own partition, of the letter that is dealt with. */
    public static final String REDRIVEN = "tocsin.redriven";

    private DeadLetter() {}

    static Record<Object, Object> of(
            Record<byte[], byte[]> record, RecordMetadata stood, String reason, String detail) {
        Headers headers = new RecordHeaders(record.headers().toArray());
        put(headers, TOPIC, stood.topic());
        put(headers, PARTITION, Integer.toString(stood.partition()));
        put(headers, OFFSET, Long.toString(stood.offset()));
        put(headers, REASON, reason);
        put(headers, DETAIL, detail);
        return new Record<>(record.key(), record.value(), record.timestamp(), headers);
    }

    private static void put(Headers headers, String key, String value) {
        headers.remove(key).add(key, value.getBytes(StandardCharsets.UTF_8));
    }
}
