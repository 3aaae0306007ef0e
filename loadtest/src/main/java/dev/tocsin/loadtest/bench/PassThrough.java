package dev.tocsin.loadtest.bench;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/** Kafka Streams doing nothing but moving every record. */
final class PassThrough {
    private PassThrough() {}

    static Topology topology(Assignment assignment) {
        return new Topology()
                .addSource(
                        "events",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        TopicNames.logins(assignment.input()),
                        TopicNames.changes(assignment.input()))
                .addSink(
                        "copy",
                        TopicNames.output(assignment.application()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        "events");
    }
}
