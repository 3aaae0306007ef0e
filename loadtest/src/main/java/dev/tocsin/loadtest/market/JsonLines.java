package dev.tocsin.loadtest.market;

import dev.tocsin.loadtest.traffic.City;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Writes events as lines of JSON, as {@code deploy/tocsin replay} reads them.
 *
 * <p>What is the same in many events is kept as bytes; none of it needs escaping. Not safe for several threads.
 */
public final class JsonLines {
    private static final byte[] ACCOUNT = utf8("\",\"account_id\":\"" + Ids.ACCOUNT);
    private static final byte[] SELLER = utf8("\",\"segment\":\"seller\",\"occurred_at\":\"");
    private static final byte[] BUYER = utf8("\",\"segment\":\"buyer\",\"occurred_at\":\"");
    private static final byte[] OLD = utf8(",\"old_value_hash\":\"");
    private static final byte[] NEW = utf8(",\"new_value_hash\":\"");
    private static final byte[] SOURCE = utf8(",\"source\":{\"ip\":\"");
    private static final byte[] SESSION = utf8("\",\"session_id\":\"");
    private static final byte[] END_OF_SOURCE = utf8("\"}}\n");
    private static final byte[] END = utf8("}\n");

    private final DeedBytes begins =
            new DeedBytes(deed -> utf8("{\"type\":\"" + (deed.isLogin() ? "login" : "change") + "\",\"event_id\":\""));
    private final DeedBytes deeds = new DeedBytes(deed -> utf8("Z\"," + (deed.isLogin() ? login(deed) : change(deed))));
    private final byte[][] ways = new byte[Places.count()][];
    private final byte[][] agents = new byte[Agent.count()][];
    private final Bytes line = new Bytes();
    private long day = Long.MIN_VALUE;
    private byte[] date = new byte[0];

    /** A writer with its own line to write into. */
    public JsonLines() {
        for (Way way : Places.all()) {
            ways[way.index()] = utf8(place(way));
        }
        for (int i = 0; i < agents.length; i++) {
            agents[i] = utf8("\",\"user_agent\":\"" + Agent.text(i));
        }
    }

    private static String login(Deed deed) {
        return "\"outcome\":\"%s\",\"failure_reason\":\"%s\",\"auth_method\":\"%s\",\"mfa\":\"%s\""
                .formatted(deed.outcome(), deed.reason(), deed.method(), deed.mfa());
    }

    private static String change(Deed deed) {
        return "\"change\":\"%s\",\"initiator\":\"%s\",\"mfa\":\"%s\""
                .formatted(deed.change(), deed.initiator(), deed.mfa());
    }

    private static String place(Way way) {
        City city = way.city();
        return "\",\"country\":\"" + city.country() + "\",\"region\":\"" + city.region() + "\",\"city\":\""
                + city.name()
                + "\",\"latitude\":" + city.latitude() + ",\"longitude\":" + city.longitude() + ",\"radius_km\":"
                + way.radiusKm() + ",\"asn\":" + way.asn() + ",\"network\":\"" + way.network() + "\",\"device_id\":\"";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One line, with its end. */
    public void write(Event event, OutputStream out) throws IOException {
        fill(event).writeTo(out);
    }

    /** The same as an array of its own. */
    public byte[] line(Event event) {
        return fill(event).copy();
    }

    Bytes fill(Event event) {
        line.clear();
        line.put(begins.of(event.deed())).putUuid(event.idHigh(), event.idLow());
        line.put(ACCOUNT).putDigits(event.account(), Ids.ACCOUNT_DIGITS);
        line.put(event.isSeller() ? SELLER : BUYER);
        time(event.at());
        line.put(deeds.of(event.deed()));
        hash(OLD, event.oldValue());
        hash(NEW, event.newValue());
        Origin origin = event.origin();
        return origin == null ? line.put(END) : source(origin);
    }

    private void time(long at) {
        long today = Math.floorDiv(at, Curve.DAY);
        if (today != day) {
            day = today;
            date = utf8(LocalDate.ofEpochDay(today) + "T");
        }
        long millis = Math.floorMod(at, Curve.DAY);
        line.put(date).putDigits(millis / Curve.HOUR, 2);
        line.put(':').putDigits(millis / 60_000 % 60, 2);
        line.put(':').putDigits(millis / 1000 % 60, 2);
        line.put('.').putDigits(millis % 1000, 3);
    }

    private void hash(byte[] name, long value) {
        if (value != Event.NO_VALUE) {
            line.put(name).putHash(value).put('"');
        }
    }

    private Bytes source(Origin origin) {
        line.put(SOURCE).putAddress(origin.ip()).put(ways[origin.way().index()]);
        line.putUuid(Ids.high(origin.device()), Ids.low(origin.device()));
        line.put(agents[origin.agent()]).put(SESSION);
        return line.putUuid(Ids.high(origin.session()), Ids.low(origin.session()))
                .put(END_OF_SOURCE);
    }
}
