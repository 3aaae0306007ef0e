package dev.tocsin.loadtest.traffic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes ordinary traffic as the lines that {@code tocsin replay} reads, for measuring it: {@code TrafficFile FILE ACCOUNTS
 * DAYS}. An account has about one event in two days. Day by day, so that memory grows with the accounts alone.
 */
final class TrafficFile {
    private static final Instant OPENING = Instant.parse("2026-11-20T00:00:00Z");
    private static final long SEED = 4711;
    private static final int BUFFER = 1 << 20;

    private final Diary diary = new Diary(SEED);
    private final List<Person> people = new ArrayList<>();
    private final Instant begin;

    TrafficFile(int accounts, int days) {
        begin = OPENING.minus(Duration.ofDays(days));
        Population population = new Population(SEED, begin, OPENING);
        for (int index = 0; index < accounts; index++) {
            people.add(population.person(index));
        }
    }

    public static void main(String[] arguments) throws IOException {
        int days = Integer.parseInt(arguments[2]);
        TrafficFile traffic = new TrafficFile(Integer.parseInt(arguments[1]), days);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), BUFFER)) {
            System.out.printf("%,d events%n", traffic.write(out));
        }
    }

    /** Writes all events in event-time order, and tells how many. */
    long write(OutputStream out) throws IOException {
        long events = 0;
        try (JsonGenerator json = new JsonFactory().createGenerator(out).setRootValueSeparator(null)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            for (Instant day = begin; day.isBefore(OPENING); day = day.plus(Duration.ofDays(1))) {
                for (Event event : eventsOf(day)) {
                    line(json, event);
                    events++;
                }
            }
        }
        return events;
    }

    private List<Event> eventsOf(Instant day) {
        List<Event> events = new ArrayList<>();
        people.forEach(person -> events.addAll(diary.between(person, day, day.plus(Duration.ofDays(1)))));
        events.sort(Event.BY_TIME);
        return events;
    }

    private static void line(JsonGenerator json, Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", event.<String>fold(login -> "login", change -> "change"));
        fields(json, event.record());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void fields(JsonGenerator json, IndexedRecord event) throws IOException {
        for (Schema.Field field : event.getSchema().getFields()) {
            write(json, field.name(), event.get(field.pos()));
        }
    }

    /** What is not known is not written, as most senders do it. */
    private static void write(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value instanceof IndexedRecord record) {
            json.writeObjectFieldStart(name);
            fields(json, record);
            json.writeEndObject();
        } else if (value instanceof Number number) {
            json.writeFieldName(name);
            json.writeNumber(number.toString());
        } else if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }
}
