package dev.tocsin.thresholds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A topic of thresholds without Kafka: what is sent to it, and the log that comes of it. */
final class Published {
    static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private VersionLog log = VersionLog.EMPTY;
    private long offset;

    /** A document that sets nothing but its name and a count that tells it from others. */
    static String document(String version, int failures) {
        return "version: " + version + "\ndetectors: { failed-burst: { failures: " + failures + " } }\n";
    }

    /** A record as {@code thresholds publish} writes it, some seconds after the beginning. */
    Published publish(int second, String version, String text) {
        String newest = log.newest().map(PublishedVersion::version).orElse("");
        return send(second, version, text, new Publication.Note(newest, "anna", "why not"));
    }

    /** A record as any other tool writes it. */
    Published send(int second, @Nullable String key, @Nullable String text) {
        return send(second, key, text, Publication.Note.NONE);
    }

    Published send(int second, @Nullable String key, @Nullable String text, Publication.Note note) {
        return send(second, key, text == null ? null : text.getBytes(StandardCharsets.UTF_8), note);
    }

    Published send(int second, @Nullable String key, byte @Nullable [] bytes, Publication.Note note) {
        ByteBuffer value = bytes == null ? null : ByteBuffer.wrap(bytes);
        log = log.after(new Publication(offset++, START.plusSeconds(second), true, key, value, note));
        return this;
    }

    /** A record that bears its publisher's time. */
    Published sendByOwnClock(Instant at, String key, String text) {
        ByteBuffer value = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        log = log.after(new Publication(offset++, at, false, key, value, Publication.Note.NONE));
        return this;
    }

    VersionLog log() {
        return log;
    }

    Refusal refused() {
        return (Refusal) log.last().orElseThrow();
    }
}
