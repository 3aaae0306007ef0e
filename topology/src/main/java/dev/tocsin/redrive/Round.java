package dev.tocsin.redrive;

import dev.tocsin.codec.InputRecords;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One way through the letters: first all marks are looked at, then each letter is taken up. */
final class Round {
    private final Selection selection;
    private final Sorter sorter;
    private final @Nullable Outbox outbox;
    private final Report report;
    private final Map<String, InputRecords<?>> inputs;
    private final Marks marks = new Marks();
    private final Set<Place> seen = new HashSet<>();

    /** @param outbox null when nothing is to be sent */
    Round(
            Selection selection,
            Sorter sorter,
            @Nullable Outbox outbox,
            Report report,
            Map<String, InputRecords<?>> inputs) {
        this.selection = selection;
        this.sorter = sorter;
        this.outbox = outbox;
        this.report = report;
        this.inputs = inputs;
    }

    void mark(Letter letter) {
        marks.see(letter);
    }

    void take(Letter letter) {
        if (letter.isMark()) {
            return;
        }
        report.read();
        if (selection.includes(letter)) {
            seen.add(letter.place());
            Outcome outcome = marks.has(letter.place()) ? Outcome.DONE_BEFORE : sorter.sort(letter, Instant.now());
            if (outbox != null && outcome.isNews()) {
                outbox.put(letter, outcome);
            }
            report.tell(letter, outcome, inputs.get(letter.topic()));
        }
    }

    void end() {
        if (outbox != null) {
            outbox.flush();
        }
    }

    Set<Place> seen() {
        return seen;
    }
}
