package dev.tocsin.publishing;

import dev.tocsin.thresholds.Publication;
import dev.tocsin.thresholds.Verdict;
import dev.tocsin.thresholds.VersionLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Looks at what is published and adds to it, as one person at one command does. For one thread. */
public final class ThresholdsPublisher implements AutoCloseable {
    private final ThresholdsTopic topic;
    private final TopicReader reader;
    private VersionLog log = VersionLog.EMPTY;

    private ThresholdsPublisher(ThresholdsTopic topic, TopicReader reader) {
        this.topic = topic;
        this.reader = reader;
    }

    /**
     * Reads everything that was published.
     *
     * @throws TopicException when the topic cannot be read
     */
    public static ThresholdsPublisher open(ThresholdsTopic topic) {
        TopicReader reader = TopicReader.open(topic);
        try {
            ThresholdsPublisher publisher = new ThresholdsPublisher(topic, reader);
            reader.toEnd().forEach(publisher::take);
            return publisher;
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * Makes the topic if it is not there.
     *
     * @throws TopicException when it cannot be made
     */
    public static void createTopic(ThresholdsTopic topic) {
        try (Admin admin = topic.admin()) {
            admin.createTopics(List.of(ThresholdsTopic.newTopic(topic.name())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new TopicException(
                        "The topic " + topic.name() + " cannot be created: "
                                + (e.getCause() == null ? e : e.getCause()).getMessage(),
                        e);
            }
        } catch (KafkaException e) {
            throw new TopicException("The configuration does not work: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicException("stopped while creating the topic " + topic.name(), e);
        }
    }

    private void take(Publication publication) {
        log = log.after(publication);
    }

    /** What was published, as far as this publisher has read. */
    public VersionLog log() {
        return log;
    }

    /**
     * Appends a document and reads back what became of it; what others published meanwhile is in the log then.
     *
     * @param version the document's own
     * @throws TopicException when the broker does not take it, or would not keep it
     * @throws OutcomeUnknownException when it does not say whether it did
     */
    public Verdict publish(String version, String text, Publication.Note note) {
        refuseUnsafeTopic();
        long offset = append(version, text, note);
        Verdict own = null;
        for (Publication publication : reader.to(offset + 1)) {
            take(publication);
            own = publication.offset() == offset ? log.last().orElseThrow() : own;
        }
        if (own != null) {
            return own;
        }
        throw new TopicException("The document was written at offset " + offset + " of " + topic.name()
                + " and is not there any more; is the topic compacted without min.compaction.lag.ms?");
    }

    private void refuseUnsafeTopic() {
        try (Admin admin = topic.admin()) {
            Map<ConfigResource, Config> answer = admin.describeConfigs(List.of(ThresholdsTopic.resource(topic.name())))
                    .all()
                    .get(TopicReader.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            ThresholdsTopic.fault(topic.name(), ThresholdsTopic.settings(answer))
                    .ifPresent(fault -> {
                        throw new TopicException(fault);
                    });
        } catch (ExecutionException | TimeoutException notKnown) {
            // a publisher may lack the right to look; every detector looks at its start
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicException("stopped while looking at the topic " + topic.name(), e);
        }
    }

    private long append(String version, String text, Publication.Note note) {
        try (KafkaProducer<String, byte[]> producer = topic.producer()) {
            RecordMetadata written = producer.send(PublicationRecord.write(topic.name(), version, text, note))
                    .get();
            return written.offset();
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (KafkaException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private RuntimeException failed(Throwable cause) {
        return cause instanceof RetriableException || cause instanceof InterruptedException
                ? new OutcomeUnknownException(
                        "Kafka at " + topic.brokers() + " did not say whether it took the document ("
                                + cause.getMessage() + "). Look at thresholds history before you try again.")
                : new TopicException(
                        "The document was not published. Kafka at " + topic.brokers() + " answered: "
                                + cause.getMessage(),
                        cause);
    }

    @Override
    public void close() {
        reader.close();
    }
}
