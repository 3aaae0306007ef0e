package dev.tocsin.replay;

import dev.tocsin.engine.Outcome;
import java.io.PrintWriter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What one thresholds document makes of a recording: its alerts, written as they come, and counted. */
final class Alerts implements Result {
    private final Output out;
    private final @Nullable Output held;
    private final Suppressed suppressed = new Suppressed();
    private final AlertTable table;

    /**
     * @param held where what was suppressed goes, null to only count it
     * @param detectors which were asked
     */
    Alerts(Output out, @Nullable Output held, Collection<String> detectors) {
        this.out = out;
        this.held = held;
        this.table = new AlertTable(detectors);
    }

    @Override
    public void add(Judged judged) {
        Outcome outcome = judged.now();
        if (outcome.isRepetition()) {
            return;
        }
        outcome.raised().forEach(table::raised);
        outcome.withdrawn().forEach(table::withdrawn);
        suppressed.add(outcome);
        out.write(judged.lines());
        if (held != null) {
            held.write(judged.heldLines());
        }
    }

    @Override
    public void add(Pair stillOpen) {
        throw new IllegalStateException("there is nothing to pair with");
    }

    @Override
    public void print(PrintWriter writer, Summary summary) {
        summary.print(writer);
        writer.printf("suppressed   %s%n%n", suppressed.inWords());
        table.print(writer);
    }
}
