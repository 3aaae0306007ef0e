package dev.tocsin.loadtest.market;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.Source;
import dev.tocsin.loadtest.traffic.City;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.avro.Schema;

/**
 * Writes events as records are sent to Kafka: a zero, the schema's id in the registry, and Avro's binary form.
 *
 * <p>It writes fields in the order of the contract without making records first, and a test holds it to what Avro itself
 * writes. Not safe for several threads.
 */
public final class AvroBytes {
    private static final int MAGIC = 0;
    private static final int PRESENT = 2; // index 1 of a union with null, as Avro writes 1

    private static final int ABSENT = 0;
    private static final int UUID_LENGTH = 36;
    private static final int HASH_LENGTH = 64;

    private final DeedBytes headers;
    private final DeedBytes deeds = new DeedBytes(deed -> deed.isLogin() ? login(deed) : change(deed));
    private final byte[][] places = new byte[Places.count()][];
    private final byte[][] networks = new byte[Places.count()][];
    private final byte[][] agents = new byte[Agent.count()][];
    private final byte[] account = text(Ids.ACCOUNT + "0".repeat(Ids.ACCOUNT_DIGITS), Ids.ACCOUNT_DIGITS);
    private final byte[] seller = text(Ids.segment(true), 0);
    private final byte[] buyer = text(Ids.segment(false), 0);
    private final Bytes bytes = new Bytes();

    /** By the ids that the registry gave the two schemas. */
    public AvroBytes(int loginSchemaId, int changeSchemaId) {
        headers = new DeedBytes(deed -> header(deed.isLogin() ? loginSchemaId : changeSchemaId));
        for (Way way : Places.all()) {
            places[way.index()] = place(way);
            networks[way.index()] = index(Source.getClassSchema(), "network", way.network());
        }
        for (int i = 0; i < agents.length; i++) {
            Bytes agent = new Bytes().put(PRESENT).put(text(Agent.text(i), 0));
            agents[i] = agent.put(PRESENT).putVarint(UUID_LENGTH).copy();
        }
    }

    private static byte[] header(int id) {
        return new Bytes()
                .put(MAGIC)
                .put(id >>> 24)
                .put(id >>> 16)
                .put(id >>> 8)
                .put(id)
                .copy();
    }

    /** A length and text, of which some characters at the end are left to be written. */
    private static byte[] text(String text, int left) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Bytes bytes = new Bytes().putVarint(utf8.length);
        for (int i = 0; i < utf8.length - left; i++) {
            bytes.put(utf8[i]);
        }
        return bytes.copy();
    }

    private static byte[] index(Schema record, String field, Enum<?> value) {
        return new Bytes()
                .putVarint(record.getField(field).schema().getEnumOrdinal(value.name()))
                .copy();
    }

    private static byte[] login(Deed deed) {
        Schema schema = LoginEvent.getClassSchema();
        return new Bytes()
                .put(index(schema, "outcome", deed.outcome()))
                .put(index(schema, "failure_reason", deed.reason()))
                .put(index(schema, "auth_method", deed.method()))
                .put(index(schema, "mfa", deed.mfa()))
                .copy();
    }

    private static byte[] change(Deed deed) {
        Schema schema = AccountChangeEvent.getClassSchema();
        return new Bytes()
                .put(index(schema, "change", deed.change()))
                .put(index(schema, "initiator", deed.initiator()))
                .put(index(schema, "mfa", deed.mfa()))
                .copy();
    }

    /** From the country to the length of the device's id. */
    private static byte[] place(Way way) {
        City city = way.city();
        Bytes bytes = new Bytes();
        for (String text : new String[] {city.country(), city.region(), city.name()}) {
            bytes.put(PRESENT).put(text(text, 0));
        }
        bytes.put(PRESENT).putDouble(city.latitude()).put(PRESENT).putDouble(city.longitude());
        bytes.put(PRESENT).putVarint(way.radiusKm()).put(PRESENT).putVarint(way.asn());
        return bytes.put(PRESENT).putVarint(UUID_LENGTH).copy();
    }

    /** A record's value. */
    public byte[] value(Event event) {
        return fill(event).copy();
    }

    Bytes fill(Event event) {
        bytes.clear();
        bytes.put(headers.of(event.deed())).putVarint(UUID_LENGTH).putUuid(event.idHigh(), event.idLow());
        bytes.put(account).putDigits(event.account(), Ids.ACCOUNT_DIGITS);
        bytes.put(event.isSeller() ? seller : buyer).putVarint(event.at()).put(deeds.of(event.deed()));
        Origin origin = event.origin();
        if (event.deed().isLogin()) {
            return source(Objects.requireNonNull(origin));
        }
        hash(event.oldValue());
        hash(event.newValue());
        if (origin == null) {
            return bytes.put(ABSENT);
        }
        bytes.put(PRESENT);
        return source(origin);
    }

    private void hash(long value) {
        if (value == Event.NO_VALUE) {
            bytes.put(ABSENT);
        } else {
            bytes.put(PRESENT).putVarint(HASH_LENGTH).putHash(value);
        }
    }

    private Bytes source(Origin origin) {
        int way = origin.way().index();
        bytes.put(PRESENT).putAddressText(origin.ip()).put(places[way]);
        bytes.putUuid(Ids.high(origin.device()), Ids.low(origin.device()));
        bytes.put(agents[origin.agent()]);
        return bytes.putUuid(Ids.high(origin.session()), Ids.low(origin.session()))
                .put(networks[way]);
    }
}
