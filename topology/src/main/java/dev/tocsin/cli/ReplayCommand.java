package dev.tocsin.cli;

import dev.tocsin.codec.Enrichment;
import dev.tocsin.codec.EventReader;
import dev.tocsin.config.AppConfig;
import dev.tocsin.config.Guarantee;
import dev.tocsin.enrich.AddressDatabases;
import dev.tocsin.enrich.AgentFamily;
import dev.tocsin.enrich.ReloadListener;
import dev.tocsin.enrich.UnusableDatabaseException;
import dev.tocsin.publishing.ThresholdsPublisher;
import dev.tocsin.replay.EventFile;
import dev.tocsin.replay.Output;
import dev.tocsin.replay.Progress;
import dev.tocsin.replay.Recording;
import dev.tocsin.replay.Run;
import dev.tocsin.replay.Side;
import dev.tocsin.replay.Topics;
import dev.tocsin.thresholds.Thresholds;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
        AppConfig config = options.config == null ? null : AppConfig.read(options.config, terminal.environment());
        Side now = now(config);
        Side then = options.compare == null ? null : Side.of(Thresholds.read(options.compare));
        Run.Settings settings = settings(config);
        try (Recording recording = config == null ? file(Objects.requireNonNull(options.events)) : topics(config);
                Output out = files.output(options.out, "alerts");
                Output held = files.output(options.suppressed, "alerts");
                Output page = files.output(options.html, "the comparison")) {
            Run run = then == null
                    ? Run.of(settings, now, Objects.requireNonNull(out), held)
                    : Run.comparing(settings, now, then, new Run.Comparing(out, page));
            Progress progress = new Progress(terminal.err(), terminal.isErrTerminal(), System::nanoTime);
            long bad = run.over(recording, report(), terminal.err(), progress);
            return bad == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /** A comparison is the result itself; beside other results on standard output, words go elsewhere. */
    private PrintWriter report() {
        boolean isResult = options.compare != null
                && !ReplayFiles.isStandard(options.out)
                && !ReplayFiles.isStandard(options.html);
        return isResult ? terminal.words() : terminal.err();
    }

    private Side now(@Nullable AppConfig config) {
        if (config == null || options.thresholds != null) {
            return Side.of(TocsinCommand.thresholds(options.thresholds));
        }
        ConfiguredTopic topic = ConfiguredTopic.of(config);
        try (ThresholdsPublisher publisher = topic.open()) {
            return Side.published(topic.base(), publisher.log());
        }
    }

    private Run.Settings settings(@Nullable AppConfig config) {
        return new Run.Settings(
                config == null ? AppConfig.DEFAULT_GRACE : config.grace(),
                MemorySize.of(options.memory, Runtime.getRuntime().maxMemory()),
                files.temporary(options.temporary),
                Runtime.getRuntime().availableProcessors());
    }

    private Recording file(String events) {
        return new EventFile(events, files.events(events), files.size(events), options.databases.events());
    }

    private Recording topics(AppConfig config) {
        Topics topics = new Topics(
                config.kafka().map(),
                config.schemaRegistry().map(),
                config.topics().logins(),
                config.topics().accountChanges(),
                config.guarantee() == Guarantee.EXACTLY_ONCE_V2,
                config.maxFuture());
        Instant from = Instant.parse(Objects.requireNonNull(options.topicFrom));
        Instant to = options.topicTo == null ? null : Instant.parse(options.topicTo);
        EventReader reader = new EventReader(new Enrichment(databases(config), new AgentFamily()));
        return topics.open(from, to, reader);
    }

    private static AddressDatabases databases(AppConfig config) {
        try {
            return AddressDatabases.open(config.databases(), ReloadListener.NOOP);
        } catch (UnusableDatabaseException e) {
            throw new UserMistake("enrichment." + e.kind().key() + ": " + e.getMessage());
        }
    }
}
