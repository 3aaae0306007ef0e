package dev.tocsin.replay;

import dev.tocsin.codec.EventDecoder;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What is to be read of one partition, and what of it was read ahead. */
final class Lane {
    /** For every partition, so that one whose records are older than the others' does not fill the heap. */
    private static final int MOST_RECORDS = 2_000;

    private static final int MOST_BYTES = 2 << 20;

    private final TopicPartition partition;
    private final EventDecoder decoder;
    private final long start;
    private final long end;
    private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
    private long bytes;
    private long next;

    /** @param end the offset after the last one wanted */
    Lane(TopicPartition partition, EventDecoder decoder, long start, long end) {
        this.partition = partition;
        this.decoder = decoder;
        this.start = start;
        this.end = Math.max(start, end);
        this.next = start;
    }

    TopicPartition partition() {
        return partition;
    }

    EventDecoder decoder() {
        return decoder;
    }

    long start() {
        return start;
    }

    long length() {
        return end - start;
    }

    /** How much of it was taken. */
    long taken() {
        return (records.isEmpty() ? next : records.getFirst().offset()) - start;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < end) {
            records.addLast(record);
            bytes += size(record);
        }
    }

    /** @param position from where the consumer reads next; the last offsets may hold no record */
    void readUpTo(long position) {
        next = Math.min(position, end);
    }

    /** True when nothing can be said of its next record yet. */
    boolean isWaiting() {
        return records.isEmpty() && next < end;
    }

    boolean isFull() {
        return records.size() >= MOST_RECORDS || bytes >= MOST_BYTES;
    }

    boolean isReadThrough() {
        return next >= end;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    long timestamp() {
        return records.getFirst().timestamp();
    }

    ConsumerRecord<byte[], byte[]> take() {
        ConsumerRecord<byte[], byte[]> record = records.removeFirst();
        bytes -= size(record);
        return record;
    }

    private static int size(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }
}
