package dev.tocsin.loadtest.fuzz;

import dev.tocsin.streams.Topics;
import dev.tocsin.thresholds.Publication;
import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Refusal;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.Verdict;
import dev.tocsin.thresholds.VersionLog;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Spoilt documents of thresholds, through the log that every instance makes of the topic. */
final class ThresholdsFuzz {
    private static final Instant AT = Instant.parse("2026-01-05T00:00:00Z");

    /** A document that can be read is tried out on every detector's drill. */
    private static final long ALLOWANCE = 64L << 20;

    private final long seed;

    ThresholdsFuzz(long seed) {
        this.seed = seed;
    }

    Ledger run(long records) {
        Ledger ledger = new Ledger(Topics.DEFAULTS.thresholds(), ALLOWANCE);
        Random random = new Random(seed);
        Mutator mutator = new Mutator(random);
        Thresholds shipped = Thresholds.defaults();
        byte[] good = shipped.text().getBytes(StandardCharsets.UTF_8);
        while (ledger.records() < records) {
            byte[] value = mutator.spoil(good, good);
            long number = ledger.records();
            ledger.read(
                    "seed " + seed + ", record " + number,
                    value == null ? 0 : value.length,
                    () -> fate(number, shipped.version(), value));
        }
        return ledger;
    }

    private static String fate(long offset, String key, byte @Nullable [] value) {
        Publication publication = new Publication(
                offset, AT, true, key, value == null ? null : ByteBuffer.wrap(value), Publication.Note.NONE);
        Verdict verdict = VersionLog.EMPTY.after(publication).last().orElseThrow();
        if (verdict instanceof PublishedVersion) {
            return "taken as a version";
        }
        Refusal refusal = (Refusal) verdict;
        // the reader's own safety net, which a record should not need
        return refusal.sentence().startsWith("it cannot be read: ")
                ? Ledger.Reading.PROBLEM + refusal.sentence()
                : "refused: " + refusal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
