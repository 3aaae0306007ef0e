package dev.tocsin.publishing;

import dev.tocsin.thresholds.Publication;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** The form of a record of the topic: the version as key, the document's text as value, the publisher's note as headers. */
final class PublicationRecord {
    static final String BASED_ON = "tocsin.based-on";
    static final String PUBLISHED_BY = "tocsin.published-by";
    static final String COMMENT = "tocsin.comment";

    /** Of a header from elsewhere, so that what is shown stays short. */
    private static final int LONGEST_NOTE = 1_000;

    private PublicationRecord() {}

    static ProducerRecord<String, byte[]> write(String topic, String version, String text, Publication.Note note) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, version, bytes(text));
        if (note.basedOn() != null) {
            record.headers().add(BASED_ON, bytes(note.basedOn()));
        }
        record.headers().add(PUBLISHED_BY, bytes(note.by())).add(COMMENT, bytes(note.comment()));
        return record;
    }

    static Publication read(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] key = record.key();
        byte[] value = record.value();
        return new Publication(
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.timestampType() == TimestampType.LOG_APPEND_TIME,
                key == null ? null : text(key),
                value == null ? null : ByteBuffer.wrap(value),
                note(record.headers()));
    }

    private static Publication.Note note(Headers headers) {
        String by = header(headers, PUBLISHED_BY);
        String comment = header(headers, COMMENT);
        return new Publication.Note(header(headers, BASED_ON), by == null ? "" : by, comment == null ? "" : comment);
    }

    private static @Nullable String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        String text = text(header.value());
        return text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
