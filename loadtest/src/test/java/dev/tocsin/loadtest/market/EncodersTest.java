package dev.tocsin.loadtest.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventJson;
import dev.tocsin.codec.EventReader;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.streams.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** The two fast writers against the contract's own: Avro's encoder, and the reader of the detector. */
class EncodersTest {
    private static final int LOGINS = 7;
    private static final int CHANGES = 70_000;
    private static final List<Event> EVENTS = events();

    private static List<Event> events() {
        MarketOptions options = MarketOptions.ordinary(
                        4,
                        3_000,
                        60_000,
                        MarketOptions.DEFAULT_FROM,
                        MarketOptions.DEFAULT_FROM.plus(Duration.ofDays(200)))
                .withAttacks(Attack.evenly(0.1));
        Market market = new Market(options, label -> {});
        List<Event> events = new ArrayList<>();
        for (Event event = market.next(); event != null; event = market.next()) {
            events.add(event);
        }
        return events;
    }

    @Test
    void everything_that_can_be_done_is_done() {
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        EVENTS.forEach(event -> deeds.add(event.deed()));
        assertThat(deeds).containsExactlyInAnyOrder(Deed.values());
    }

    @Test
    void avro_bytes_are_those_that_avro_writes() throws IOException {
        AvroBytes bytes = new AvroBytes(LOGINS, CHANGES);
        for (Event event : EVENTS) {
            SpecificRecord record = Records.of(event);
            ByteBuffer value = ByteBuffer.wrap(bytes.value(event));
            assertThat(value.get()).isZero();
            assertThat(value.getInt()).isEqualTo(event.deed().isLogin() ? LOGINS : CHANGES);
            byte[] body = new byte[value.remaining()];
            value.get(body);
            assertThat(body).as(event.toString()).isEqualTo(encoded(record));
        }
    }

    @Test
    void kafka_record_has_topic_account_event_time_and_those_bytes() {
        AvroBytes bytes = new AvroBytes(LOGINS, CHANGES);
        KafkaRecords records = new KafkaRecords(Topics.DEFAULTS, LOGINS, CHANGES);
        for (Event event : EVENTS) {
            ProducerRecord<byte[], byte[]> record = records.of(event);
            assertThat(record.topic()).isEqualTo(event.deed().isLogin() ? "tocsin.logins" : "tocsin.account-changes");
            assertThat(record.partition()).isNull();
            assertThat(record.timestamp()).isEqualTo(event.at());
            assertThat(new String(record.key(), StandardCharsets.UTF_8))
                    .isEqualTo(Records.fold(event, LoginEvent::getAccountId, AccountChangeEvent::getAccountId));
            assertThat(record.value()).isEqualTo(bytes.value(event));
        }
    }

    private static byte[] encoded(SpecificRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    @Test
    void json_line_is_read_as_the_event_that_the_record_is() throws IOException {
        EventReader reader = new EventReader(new Enrichment(AddressDatabases.none(), new AgentFamily()));
        EventJson json = new EventJson(reader);
        ObjectMapper mapper = new ObjectMapper();
        JsonLines lines = new JsonLines();
        for (Event event : EVENTS) {
            JsonNode line = mapper.readTree(lines.line(event));
            assertThat(json.read(line)).isEqualTo(Records.<Object>fold(event, reader::read, reader::read));
        }
    }

    @Test
    void a_line_is_one_line() {
        JsonLines lines = new JsonLines();
        assertThat(EVENTS.subList(0, 500)).allSatisfy(event -> {
            byte[] line = lines.line(event);
            assertThat(line[line.length - 1]).isEqualTo((byte) '\n');
            assertThat(line).containsOnlyOnce((byte) '\n');
        });
    }
}
