package dev.tocsin.cli;

import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventJson;
import dev.tocsin.codec.EventReader;
import dev.tocsin.config.AppConfig;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.replay.EventFile;
import dev.tocsin.replay.Output;
import dev.tocsin.replay.Progress;
import dev.tocsin.replay.Recording;
import dev.tocsin.replay.Run;
import dev.tocsin.thresholds.Thresholds;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Objects;
import picocli.CommandLine.ExitCode;

/** The command {@code replay}, from its options to its exit code. */
final class ReplayCommand {
    private final Terminal terminal;
    private final ReplayOptions options;
    private final ReplayFiles files;

    ReplayCommand(Terminal terminal, ReplayOptions options) {
        this.terminal = terminal;
        this.options = options;
        this.files = new ReplayFiles(terminal);
    }

    int run() {
        options.check();
        files.checkDistinct(options);
        Thresholds now = thresholds();
        Thresholds then = options.compare == null ? null : Thresholds.read(options.compare);
        Run.Settings settings = settings(AppConfig.DEFAULT_GRACE);
        try (Recording recording = file(Objects.requireNonNull(options.events));
                Output out = files.output(options.out, "alerts");
                Output held = files.output(options.suppressed, "alerts")) {
            Run run = then == null
                    ? Run.of(settings, now, Objects.requireNonNull(out), held)
                    : Run.comparing(settings, now, then, out);
            Progress progress = new Progress(terminal.err(), terminal.isErrTerminal(), System::nanoTime);
            long bad = run.over(recording, report(), terminal.err(), progress);
            return bad == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /** A comparison is the result itself; beside alerts on standard output, words go elsewhere. */
    private PrintWriter report() {
        boolean isResult = options.compare != null && !ReplayFiles.isStandard(options.out);
        return isResult ? new PrintWriter(terminal.out(), true, Charset.defaultCharset()) : terminal.err();
    }

    private Thresholds thresholds() {
        return options.thresholds == null ? Thresholds.defaults() : Thresholds.read(options.thresholds);
    }

    private Run.Settings settings(Duration grace) {
        long memory = MemorySize.of(options.memory, Runtime.getRuntime().maxMemory());
        return new Run.Settings(
                grace,
                memory,
                files.temporary(options.temporary),
                Runtime.getRuntime().availableProcessors());
    }

    private Recording file(String events) {
        EventReader reader = new EventReader(new Enrichment(options.databases.open(), new AgentFamily()));
        return new EventFile(events, files.events(events), files.size(events), new EventJson(reader));
    }
}
