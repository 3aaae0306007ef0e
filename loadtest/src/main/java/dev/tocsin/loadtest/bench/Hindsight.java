package dev.tocsin.loadtest.bench;

import org.apache.kafka.clients.producer.ProducerRecord;

/** The traffic of an input once more, when nothing is measured: a sender that works out what is due would be held up. */
final class Hindsight {
    private final Traffic traffic;
    private final Sample sample;
    private final Oracle oracle;

    Hindsight(Input input, long accounts) {
        traffic = new Traffic(input.name(), accounts);
        sample = input.sample();
        oracle = new Oracle(TopicNames.logins(input.name()));
    }

    /** What the next event has in common with its alerts. */
    long nextMark() {
        ProducerRecord<byte[], byte[]> record = traffic.next();
        if (sample.follows(record.key())) {
            oracle.add(record);
        }
        return Schedule.mark(record.key(), record.timestamp());
    }

    void pass(long events) {
        for (long i = 0; i < events; i++) {
            nextMark();
        }
    }

    /** Has seen as many events as were passed. */
    Oracle oracle() {
        return oracle;
    }
}
