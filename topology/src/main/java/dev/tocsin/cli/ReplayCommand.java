package dev.tocsin.cli;

import dev.tocsin.codec.InvalidEventException;
import dev.tocsin.config.AppConfig;
import dev.tocsin.detection.Detector;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.thresholds.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/** Replays a file of events: the command {@code replay}, from its arguments to its exit code. */
final class ReplayCommand {
    private final Terminal terminal;
    private final Thresholds thresholds;
    private final EventParser parser;
    private final ReplayFiles files;
    private final BadLines badLines;

    ReplayCommand(Terminal terminal, Thresholds thresholds, EventParser parser) {
        this.terminal = terminal;
        this.thresholds = thresholds;
        this.parser = parser;
        this.files = new ReplayFiles(terminal);
        this.badLines = new BadLines(terminal.err());
    }

    int run(String events, String out, @Nullable String suppressed) {
        checkDistinct(events, out, suppressed);
        try (InputStream in = files.events(events)) {
            EventLines lines = EventLines.of(in);
            try (AlertLines alerts = files.alerts(out);
                    AlertLines held = suppressed == null ? null : files.alerts(suppressed)) {
                replay(lines, alerts, held);
            }
        } catch (IOException e) {
            throw new UserMistake(ReplayFiles.unreadable(events, e));
        }
        return badLines.count() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void checkDistinct(String events, String out, @Nullable String suppressed) {
        if (!events.equals("-")) {
            ReplayFiles.checkDistinct("--events", events, "--out", out);
        }
        if (suppressed != null) {
            ReplayFiles.checkDistinct("--out", out, "--suppressed", suppressed);
            if (!events.equals("-")) {
                ReplayFiles.checkDistinct("--events", events, "--suppressed", suppressed);
            }
        }
    }

    private void replay(EventLines lines, AlertLines alerts, @Nullable AlertLines held) throws IOException {
        ReplayReport report = new ReplayReport(
                thresholds.rules().detectors().stream().map(Detector::id).toList());
        DetectionEngine engine = new DetectionEngine(AppConfig.DEFAULT_GRACE, thresholds.ruleBook());
        Replay replay = new Replay(engine, alerts, held, report);
        long start = System.nanoTime();
        for (EventLine line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                take(line, replay);
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        badLines.finish();
        report.print(terminal.err(), replay.accounts(), badLines.count(), took);
    }

    private void take(EventLine line, Replay replay) {
        try {
            replay.take(parser.parse(line));
        } catch (InvalidEventException e) {
            badLines.add(line.number(), String.valueOf(e.getMessage()));
        }
    }
}
