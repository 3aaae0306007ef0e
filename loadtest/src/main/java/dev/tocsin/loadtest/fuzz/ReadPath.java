package dev.tocsin.loadtest.fuzz;

import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventReader;
import dev.tocsin.codec.StateCodec;
import dev.tocsin.config.AppConfig;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.metrics.DetectionMetrics;
import dev.tocsin.serde.SchemaRegistry;
import dev.tocsin.streams.DetectorApp;
import dev.tocsin.streams.StreamsOptions;
import dev.tocsin.streams.Topics;
import dev.tocsin.thresholds.Thresholds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The production topology in this thread, and what becomes of a record in it. */
final class ReadPath implements AutoCloseable {
    private static final String STORE = "accounts";

    /** What a whole account may take at worst, by the design. */
    private static final int MOST_STATE_BYTES = 8 << 10;

    private final Tally tally = new Tally();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> logins;
    private final TestInputTopic<byte[], byte[]> changes;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final TestOutputTopic<byte[], byte[]> alerts;
    private final TestOutputTopic<byte[], byte[]> suppressed;

    /** Counts for each record how often it was taken or refused. */
    private static final class Tally implements DetectionMetrics {
        private int taken;
        private int refused;

        @Override
        public void deadLetter(String type, String reason) {
            refused++;
        }

        @Override
        public void taken(Taken one) {
            taken++;
        }

        @Override
        public void registryCallFailed() {
            throw new IllegalStateException("the registry is in this process");
        }
    }

    /** @param registry in this process; knows the schemas of what is sent */
    ReadPath(SchemaRegistry registry, Path stateDir) {
        StreamsOptions options = new StreamsOptions(
                "tocsin-fuzz",
                Map.of(),
                Map.of(),
                true,
                Topics.DEFAULTS,
                "at_least_once",
                1,
                0,
                stateDir,
                "127.0.0.1:1",
                Duration.ofMinutes(5));
        EventReader reader = new EventReader(new Enrichment(AddressDatabases.none(), new AgentFamily()));
        DetectionEngine engine = new DetectionEngine(
                AppConfig.DEFAULT_GRACE, Thresholds.defaults().ruleBook());
        Properties properties = new Properties();
        properties.put("state.dir", stateDir.toString());
        properties.put("statestore.cache.max.bytes", 0);
        driver = new TopologyTestDriver(
                DetectorApp.topology(options, new DetectorApp.Core(reader, engine, tally), registry), properties);
        logins = input(Topics.DEFAULTS.logins());
        changes = input(Topics.DEFAULTS.accountChanges());
        deadLetters = output(Topics.DEFAULTS.deadLetters());
        alerts = output(Topics.DEFAULTS.alerts());
        suppressed = output(Topics.DEFAULTS.suppressed());
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<byte[], byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Sends a record through, and tells what became of it. */
    String fate(boolean isLogin, byte @Nullable [] key, byte @Nullable [] value, Instant timestamp) {
        int taken = tally.taken;
        int refused = tally.refused;
        (isLogin ? logins : changes).pipeInput(new TestRecord<>(key, value, timestamp));
        boolean isAlert = !alerts.readRecordsToList().isEmpty();
        suppressed.readRecordsToList();
        taken = tally.taken - taken;
        refused = tally.refused - refused;
        if (taken + refused != 1) {
            return Ledger.Reading.PROBLEM + "taken " + taken + " times, refused " + refused + " times";
        }
        if (refused == 1) {
            return deadLetter(key, value);
        }
        return deadLetters.isEmpty()
                ? (isAlert ? "judged, with alerts" : "judged")
                : Ledger.Reading.PROBLEM + "judged, and a dead letter";
    }

    private String deadLetter(byte @Nullable [] key, byte @Nullable [] value) {
        if (deadLetters.getQueueSize() != 1) {
            return Ledger.Reading.PROBLEM + "refused, with " + deadLetters.getQueueSize() + " dead letters";
        }
        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        Header reason = letter.headers().lastHeader("tocsin.reason");
        if (reason == null || !Arrays.equals(key, letter.key()) || !Arrays.equals(value, letter.value())) {
            return Ledger.Reading.PROBLEM + "a dead letter without a reason, or of another record";
        }
        return "refused: " + new String(reason.value(), StandardCharsets.UTF_8);
    }

    /** Reads every account's state back, and tells of each that cannot be read or is too large. */
    void checkStates(Ledger ledger) {
        KeyValueStore<String, byte[]> accounts = driver.getKeyValueStore(STORE);
        try (KeyValueIterator<String, byte[]> all = accounts.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> account = all.next();
                try {
                    StateCodec.read(account.value, account.key);
                } catch (RuntimeException e) {
                    ledger.problem("state of " + account.key, "cannot be read: " + e);
                }
                if (account.value.length > MOST_STATE_BYTES) {
                    ledger.problem("state of " + account.key, "has " + account.value.length + " bytes");
                }
            }
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
