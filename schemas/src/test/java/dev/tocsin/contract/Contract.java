package dev.tocsin.contract;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.Alert;
import dev.tocsin.event.LoginEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** One record that others depend on: as it is now, and as it was released. */
enum Contract {
    LOGIN(LoginEvent.class),
    CHANGE(AccountChangeEvent.class),
    ALERT(Alert.class);

    private static final Path RELEASED = Path.of("released");
    private static final Path PROPOSED = Path.of("target", "proposed-schemas");

    private final Class<? extends SpecificRecord> type;

    Contract(Class<? extends SpecificRecord> type) {
        this.type = type;
    }

    String recordName() {
        return type.getSimpleName();
    }

    /** Without the properties that code generation adds. */
    Schema current() {
        String text = SpecificData.get()
                .getSchema(type)
                .toString()
                .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                .replace(",\"avro.java.string\":\"String\"", "");
        return new Schema.Parser().parse(text);
    }

    Schema released(Version version) {
        Path file = RELEASED.resolve(version.toString()).resolve(recordName() + ".avsc");
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: each version holds every contract.", e);
        }
    }

    /** Writes what a released file of now would be, so that adding one is a copy. */
    Path propose() {
        try {
            Files.createDirectories(PROPOSED);
            return Files.writeString(
                    PROPOSED.resolve(recordName() + ".avsc"), SchemaFormatter.format("json/pretty", current()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Version> releasedVersions() {
        try (Stream<Path> directories = Files.list(RELEASED)) {
            return directories
                    .map(directory -> Version.of(directory.getFileName().toString()))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
