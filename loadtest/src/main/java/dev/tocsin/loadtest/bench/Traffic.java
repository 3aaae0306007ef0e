package dev.tocsin.loadtest.bench;

import dev.tocsin.loadtest.market.Attack;
import dev.tocsin.loadtest.market.Event;
import dev.tocsin.loadtest.market.KafkaRecords;
import dev.tocsin.loadtest.market.Market;
import dev.tocsin.loadtest.market.MarketOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A marketplace's events as records, one after the other; the only place that knows the generator.
 *
 * <p>It begins ten years before the generator's usual beginning and so never is in the broker's future.
 */
final class Traffic {
    private static final long SEED = 1;

    /** Of visits; so that there is something to find. */
    private static final double ATTACKS = 0.001;

    private static final Instant FROM = Instant.parse("2016-01-04T00:00:00Z");
    private static final Instant TO = MarketOptions.DEFAULT_FROM;

    /** An account has an event a day, more than most marketplaces see, so that stores are filled sooner. */
    private static final long LEAST_PER_DAY = 1_000;

    private final Market market;
    private final KafkaRecords records;
    private final BitSet seen = new BitSet();

    /** @param input prefix of the topics that it is meant for */
    Traffic(String input, long accounts) {
        long events =
                Math.max(accounts, LEAST_PER_DAY) * Duration.between(FROM, TO).toDays();
        market = new Market(
                MarketOptions.ordinary(SEED, accounts, events, FROM, TO).withAttacks(Attack.evenly(ATTACKS)),
                label -> {});
        records = new KafkaRecords(TopicNames.detector(input, input), Schemas.LOGIN, Schemas.CHANGE);
    }

    ProducerRecord<byte[], byte[]> next() {
        Event event = market.next();
        if (event == null) {
            throw new IllegalStateException("ten years of traffic are at their end");
        }
        seen.set((int) event.account());
        return records.of(event);
    }

    /** How many accounts had an event so far. */
    int accountsSeen() {
        return seen.cardinality();
    }
}
