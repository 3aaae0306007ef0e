package dev.tocsin.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.streams.DeadLetter;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A record of the dead-letter topic: a letter, a mark that one was dealt with, or something that is not ours. */
record Letter(ConsumerRecord<byte[], byte[]> record) {
    private static final Set<String> OURS = Set.of(
            DeadLetter.TOPIC,
            DeadLetter.PARTITION,
            DeadLetter.OFFSET,
            DeadLetter.REASON,
            DeadLetter.DETAIL,
            DeadLetter.REDRIVEN_FROM);

    Place place() {
        return new Place(record.partition(), record.offset());
    }

    Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    boolean isMark() {
        return record.headers().lastHeader(DeadLetter.REDRIVEN) != null;
    }

    /** The offset of the letter that this marks; -1 when the header holds no number. */
    long marked() {
        return number(DeadLetter.REDRIVEN);
    }

    /** The input topic; empty when this is no letter of ours. */
    String topic() {
        return text(DeadLetter.TOPIC);
    }

    String reason() {
        return text(DeadLetter.REASON);
    }

    String detail() {
        return text(DeadLetter.DETAIL);
    }

    /** The partition of the input topic that it came from; null when the header holds no number. */
    @Nullable
    Integer inputPartition() {
        long number = number(DeadLetter.PARTITION);
        return number < 0 || number > Integer.MAX_VALUE ? null : (int) number;
    }

    /** As its sender gave them, and where it was in between. */
    Headers sendersHeaders() {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!OURS.contains(header.key())) {
                headers.add(header);
            }
        }
        String from = record.topic() + '-' + record.partition() + '@' + record.offset();
        headers.add(DeadLetter.REDRIVEN_FROM, from.getBytes(UTF_8));
        return headers;
    }

    private String text(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
