package dev.tocsin.loadtest.demo;

import dev.tocsin.loadtest.traffic.World;
import dev.tocsin.sandbox.PortInUseException;
import dev.tocsin.sandbox.Sandbox;
import dev.tocsin.sandbox.SandboxOptions;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts everything in order, has it shown, and takes it all down again, whichever way it ends. */
final class Demo {
    private static final int ACCOUNTS = 3_000;
    private static final long SEED = 1;

    /** As shells have it after Ctrl-C. */
    private static final int STOPPED = 130;

    /** Longer than everything takes to stop. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final DemoOptions options;
    private final DemoData data;
    private final Screen screen;
    private final Lines lines;
    private final Scoreboard scoreboard = new Scoreboard();
    private final AlertPrinter printer;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    Demo(DemoOptions options, DemoData data, Screen screen) {
        this.options = options;
        this.data = data;
        this.screen = screen;
        this.lines = new Lines(screen, ZoneId.systemDefault());
        this.printer = new AlertPrinter(screen, lines, scoreboard);
    }

    /**
     * Returns when the demo is over and nothing of it is left, except after a failure its log.
     *
     * @return the exit code
     * @throws DemoException when something must be put right first, or broke
     */
    int run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-demo"));
        boolean isKept = false;
        try {
            return show();
        } catch (PortInUseException e) {
            throw DemoException.ofUsage(String.valueOf(e.getMessage()));
        } catch (RuntimeException | InterruptedException e) {
            if (isStopping()) {
                return STOPPED; // what breaks while everything is being stopped is no news
            }
            isKept = true;
            throw DemoException.broken(e.getMessage() + "\nThe log is kept: " + data.log(), e);
        } finally {
            takeDown();
            if (!isKept) {
                deleteData();
            }
            stopped.countDown();
        }
    }

    private int show() throws InterruptedException {
        screen.line("Tocsin demo: Kafka, a schema registry, the detector and made-up traffic, in one process");
        Stage stage = stage();
        Show show = new Show(stage, screen, lines, scoreboard, stopping);
        show.teach();
        guide(stage);
        printer.open(Instant.now(), stage.detector().url());
        show.play(options.length());
        show.sumUp();
        return isStopping() || options.length().isEmpty() ? STOPPED : show.verdict();
    }

    private Stage stage() {
        CompletableFuture<World> world = CompletableFuture.supplyAsync(() -> new World(SEED, ACCOUNTS, Instant.now()));
        Sandbox sandbox = running(Sandbox.start(
                new SandboxOptions(data.sandbox(), options.kafkaPort(), options.registryPort(), true, false, false),
                screen::progress));
        sandbox.closedByOwner();
        Map<String, Object> client =
                Map.of("bootstrap.servers", sandbox.bootstrapServers(), "schema.registry.url", sandbox.registryUrl());
        DemoDetector detector = detector(client);
        return new Stage(
                world.join(),
                detector,
                running(new Sender(client)),
                running(AlertTail.follow(client, detector.alertsTopic(), printer)),
                sandbox.bootstrapServers(),
                sandbox.registryUrl());
    }

    private DemoDetector detector(Map<String, Object> client) {
        long begin = System.nanoTime();
        DemoDetector detector = running(new DemoDetector(client, data.streams(), options.httpPort()));
        Duration span = Duration.ofNanos(System.nanoTime() - begin);
        screen.progress(Lines.seconds("detector started after %.1f s", span));
        return detector;
    }

    private void guide(Stage stage) {
        String http = stage.detector().url();
        screen.line("""

                  Kafka             %s, alerts on tocsin.alerts
                  schema registry   %s
                  health            %s/health/ready
                  metrics           %s/metrics

                  Live: 5 visits a second, and a takeover or something that looks like one every few seconds.%s
                  Alerts below MEDIUM in ordinary traffic are counted and not shown.
                """.formatted(
                        stage.bootstrapServers(),
                        stage.registryUrl(),
                        http,
                        http,
                        options.length().isEmpty() ? " Ctrl-C ends it." : ""));
    }

    private <T extends AutoCloseable> T running(T part) {
        running.push(part);
        return part;
    }

    private void deleteData() {
        try {
            data.delete();
        } catch (UncheckedIOException e) {
            screen.line(String.valueOf(e.getMessage()));
        }
    }

    /** The last that was started goes first. */
    private void takeDown() {
        for (AutoCloseable part : running) {
            try {
                part.close();
            } catch (Exception e) {
                screen.line("While stopping: " + e.getMessage());
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Ctrl-C: the JVM waits for this, and this for the thread that runs the demo. */
    private void stop() {
        stopping.countDown();
        try {
            if (!stopped.await(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                screen.line("Not everything stopped within " + STOP_PATIENCE.toSeconds() + " s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
