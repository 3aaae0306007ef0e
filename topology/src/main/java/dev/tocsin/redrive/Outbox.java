package dev.tocsin.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.streams.DeadLetter;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Sends records together with the marks that say so: both are there, or neither is.
 *
 * <p>Its transactional id is the application's, so a second run waits for the first one's transaction to end, and ends the first one.
 */
final class Outbox implements AutoCloseable {
    /** Few enough to be repeated without much ado, and many enough that commits do not take the time. */
    private static final int BATCH = 500;

    private final KafkaProducer<byte[], byte[]> producer;
    private int pending;
    private long committed;

    Outbox(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
        producer.initTransactions();
    }

    void put(Letter letter, Outcome outcome) {
        orSentence(() -> {
            if (pending == 0) {
                producer.beginTransaction();
            }
            if (outcome.record() != null) {
                send(outcome.record());
            }
            send(mark(letter, outcome));
        });
        pending++;
        if (pending == BATCH) {
            flush();
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> unused = producer.send(record); // the commit fails with what went wrong
    }

    void flush() {
        if (pending > 0) {
            orSentence(producer::commitTransaction);
            committed += pending;
            pending = 0;
        }
    }

    /** In the letter's own partition, so that retention never takes it first; with a value, so that compaction spares it. */
    private static ProducerRecord<byte[], byte[]> mark(Letter letter, Outcome outcome) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(DeadLetter.REDRIVEN, Long.toString(letter.place().offset()).getBytes(UTF_8));
        String what = outcome.record() == null ? "discarded: " + outcome.sentence() : "sent to " + letter.topic();
        headers.add(DeadLetter.DETAIL, what.getBytes(UTF_8));
        return new ProducerRecord<>(
                letter.record().topic(),
                letter.place().partition(),
                letter.record().key(),
                new byte[0],
                headers);
    }

    private void orSentence(Runnable call) {
        try {
            call.run();
        } catch (ProducerFencedException e) {
            throw RedriveException.within("Another redrive of this application has taken over. " + told(), e);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw RedriveException.within("Kafka does not take what is sent: " + cause.getMessage() + ". " + told(), e);
        }
    }

    private String told() {
        return committed + " letters were dealt with and marked, the " + pending
                + " after them were not. Run it again when the cause is gone: what is marked is not sent twice.";
    }

    @Override
    public void close() {
        producer.close(); // aborts what was not committed
    }
}
