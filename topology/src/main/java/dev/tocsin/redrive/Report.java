package dev.tocsin.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.codec.InputRecords;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells what became of each letter: a line for each, if wanted, and the sums at the end. */
public final class Report {
    private static final JsonMapper JSON = new JsonMapper();

    private final @Nullable PrintWriter lines;
    private final Map<Outcome.Kind, Long> counts = new EnumMap<>(Outcome.Kind.class);
    private final Map<String, Long> left = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();
    private long read;

    /** @param lines where a line of JSON for each selected letter goes; null for nowhere */
    public Report(@Nullable PrintWriter lines) {
        this.lines = lines;
    }

    void read() {
        read++;
    }

    void tell(Letter letter, Outcome outcome, @Nullable InputRecords<?> input) {
        counts.merge(outcome.kind(), 1L, Long::sum);
        if (outcome.kind() == Outcome.Kind.LEFT) {
            left.merge(outcome.label(), 1L, Long::sum);
            examples.putIfAbsent(outcome.label(), letter.place() + " " + outcome.sentence());
        }
        if (lines != null) {
            lines.println(line(letter, outcome, input));
        }
    }

    private static String line(Letter letter, Outcome outcome, @Nullable InputRecords<?> input) {
        byte[] value = letter.record().value();
        ObjectNode line = JSON.createObjectNode()
                .put("partition", letter.place().partition())
                .put("offset", letter.place().offset())
                .put("topic", letter.topic())
                .put("reason", letter.reason())
                .put("detail", letter.detail())
                .put("at", letter.at().toString())
                .put("outcome", outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("why", outcome.sentence())
                .put("key", text(letter.record().key()));
        Optional<ObjectNode> event = input == null ? Optional.empty() : input.json(value);
        if (event.isPresent()) {
            line.set("event", event.get());
        } else {
            line.put("value", value); // in base 64
        }
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    /** Null when it is no text, as then it could not be given back. */
    private static @Nullable String text(byte @Nullable [] key) {
        String text = key == null ? null : new String(key, UTF_8);
        return text != null && Arrays.equals(text.getBytes(UTF_8), key) ? text : null;
    }

    /**
     * Tells the sums.
     *
     * @param isDryRun whether nothing was sent
     */
    public void print(PrintWriter out, boolean isDryRun) {
        long selected = counts.values().stream().mapToLong(Long::longValue).sum();
        out.printf("dead letters   %d, of these selected %d%n", read, selected);
        out.printf("%s %d%n", isDryRun ? "would be sent " : "sent          ", count(Outcome.Kind.SENT));
        out.printf("done before    %d%n", count(Outcome.Kind.DONE_BEFORE));
        out.printf("%s %d%n", isDryRun ? "to be discarded" : "discarded     ", count(Outcome.Kind.DISCARDED));
        out.printf("left           %d%n", count(Outcome.Kind.LEFT));
        left.forEach((label, count) -> out.printf("  %d %s, such as %s%n", count, label, examples.get(label)));
        out.flush();
    }

    public boolean isAllDone() {
        return count(Outcome.Kind.LEFT) == 0;
    }

    private long count(Outcome.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
