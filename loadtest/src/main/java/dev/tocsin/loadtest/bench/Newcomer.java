package dev.tocsin.loadtest.bench;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.ChangeType;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.serde.TocsinAvroDeserializer;
import dev.tocsin.serde.TocsinAvroSerializer;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.JoinWindows;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.StreamJoined;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Three of the headline detections as the DSL's documentation leads to them: an aggregate, a windowed count and a windowed
 * join, each with a store of its own. Their findings are lines of text.
 */
final class Newcomer {
    /** Of a payout change after a reset. */
    static final Duration SOON = Duration.ofHours(24);

    static final Duration BURST_WINDOW = Duration.ofMinutes(10);
    static final long BURST = 5;
    private static final Duration GRACE = Duration.ofHours(1);

    private final Serde<String> text = Serdes.String();
    private final String output;

    private Newcomer(String output) {
        this.output = output;
    }

    static Topology topology(Assignment assignment) {
        Schemas.registry();
        StreamsBuilder builder = new StreamsBuilder();
        Newcomer newcomer = new Newcomer(TopicNames.output(assignment.application()));
        Serde<LoginEvent> loginSerde = avro(LoginEvent.class);
        Serde<AccountChangeEvent> changeSerde = avro(AccountChangeEvent.class);
        KStream<String, LoginEvent> logins = builder.stream(
                TopicNames.logins(assignment.input()),
                Consumed.with(newcomer.text, loginSerde).withName("logins"));
        KStream<String, AccountChangeEvent> changes = builder.stream(
                TopicNames.changes(assignment.input()),
                Consumed.with(newcomer.text, changeSerde).withName("changes"));
        newcomer.newPlaces(logins, loginSerde);
        newcomer.bursts(logins, loginSerde);
        newcomer.payoutsAfterResets(changes, changeSerde);
        return builder.build();
    }

    private static <T extends SpecificRecord> Serde<T> avro(Class<T> type) {
        Serde<T> serde = Serdes.serdeFrom(new TocsinAvroSerializer<>(), new TocsinAvroDeserializer<>(type));
        serde.configure(Schemas.CLIENT, false);
        return serde;
    }

    private void newPlaces(KStream<String, LoginEvent> logins, Serde<LoginEvent> serde) {
        alert(
                logins.filter((account, login) -> login.getOutcome() == LoginOutcome.SUCCEEDED, Named.as("succeeded"))
                        .groupByKey(Grouped.with("succeeded-by-account", text, serde))
                        .aggregate(
                                () -> Places.NONE,
                                (account, login, places) -> Places.after(places, login),
                                Named.as("places"),
                                Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as("places")
                                        .withKeySerde(text)
                                        .withValueSerde(text))
                        .toStream(Named.as("places-changed"))
                        .filter((account, places) -> Places.newestIsNew(places), Named.as("new-places"))
                        .mapValues(places -> "new place: " + places, Named.as("new-place")),
                "new-place-alerts");
    }

    private void bursts(KStream<String, LoginEvent> logins, Serde<LoginEvent> serde) {
        alert(
                logins.filter((account, login) -> login.getOutcome() == LoginOutcome.FAILED, Named.as("failed"))
                        .groupByKey(Grouped.with("failed-by-account", text, serde))
                        .windowedBy(TimeWindows.ofSizeAndGrace(BURST_WINDOW, GRACE))
                        .count(
                                Named.as("failures"),
                                Materialized.<String, Long, WindowStore<Bytes, byte[]>>as("failures")
                                        .withKeySerde(text)
                                        .withValueSerde(Serdes.Long()))
                        .toStream((window, count) -> window.key(), Named.as("failures-changed"))
                        .filter((account, count) -> count == BURST, Named.as("bursts"))
                        .mapValues(count -> count + " failures", Named.as("burst")),
                "burst-alerts");
    }

    private void payoutsAfterResets(KStream<String, AccountChangeEvent> changes, Serde<AccountChangeEvent> serde) {
        KStream<String, AccountChangeEvent> resets = changes.filter(
                (account, change) -> change.getChange() == ChangeType.PASSWORD_RESET, Named.as("resets"));
        alert(
                changes.filter(
                                (account, change) -> change.getChange() == ChangeType.PAYOUT_CHANGED,
                                Named.as("payouts"))
                        .join(
                                resets,
                                (payout, reset) -> "payout " + payout.getEventId() + " after " + reset.getEventId(),
                                JoinWindows.ofTimeDifferenceAndGrace(Duration.ZERO, GRACE)
                                        .before(SOON),
                                StreamJoined.with(text, serde, serde)
                                        .withName("payout-after-reset")
                                        .withStoreName("payout-after-reset")),
                "payout-alerts");
    }

    private void alert(KStream<String, String> findings, String sink) {
        findings.to(output, Produced.with(text, text).withName(sink));
    }
}
