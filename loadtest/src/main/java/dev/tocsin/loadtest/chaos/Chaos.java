package dev.tocsin.loadtest.chaos;

import dev.tocsin.serde.SchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One run: everything is started, taught, broken and compared. */
final class Chaos {
    /** With all that is left to restart, to restore and to commit. */
    private static final Duration CATCH_UP = Duration.ofMinutes(5);

    private final ChaosOptions options;
    private final Set<Fault> kinds;
    private final Path directory;
    private final Consumer<String> screen;
    private final Oracle oracle = new Oracle();
    private long taught;

    /**
     * @param kinds of faults that may come; those that this machine does not permit are left out, and it is said
     * @param directory for everything that is kept
     * @param screen gets a line for each thing that happens
     */
    Chaos(ChaosOptions options, Set<Fault> kinds, Path directory, Consumer<String> screen) {
        this.options = options;
        this.kinds = EnumSet.copyOf(kinds);
        this.directory = directory;
        this.screen = screen;
    }

    Result run() throws InterruptedException {
        dropForbidden();
        try (Broker broker = Broker.start(directory.resolve("broker"));
                SchemaRegistry registry = SchemaRegistry.connect(broker.client());
                Courier courier = new Courier(broker.bootstrapServers(), new Wire(registry))) {
            Stage.createTopics(broker.bootstrapServers());
            try (Fleet fleet = new Fleet(directory, options, broker.client())) {
                courier.rush(Script.history(options, oracle::accept));
                taught = oracle.events();
                screen.accept(String.format(Locale.ROOT, "%,d events of history sent", courier.sent()));
                return play(broker, courier, fleet);
            }
        }
    }

    private void dropForbidden() {
        if (kinds.contains(Fault.FILL_DISK) && !SmallDisk.isPermitted()) {
            kinds.remove(Fault.FILL_DISK);
            screen.accept("fill-disk is left out: this user may not mount a tmpfs");
        }
    }

    private Result play(Broker broker, Courier courier, Fleet fleet) throws InterruptedException {
        try (Lag lag = new Lag(broker.bootstrapServers())) {
            lag.awaitNone(CATCH_UP);
            screen.accept("history is read; the trouble begins");
            try (Trace trace = new Trace(lag)) {
                Injector injector =
                        new Injector(new Injector.Scene(broker, fleet, trace), FaultPlan.of(options, kinds), screen);
                try (injector) {
                    injector.start();
                    courier.stroll(Script.live(options, oracle::accept), ChaosOptions.SPEED, injector::check);
                }
                screen.accept(String.format(Locale.ROOT, "%,d records sent; no more faults", courier.sent()));
                lag.awaitNone(CATCH_UP);
                int kills = fleet.kills() + broker.kills();
                fleet.close();
                return compare(courier, fleet, injector.done(), kills, Told.read(broker.client()))
                        .with(trace);
            }
        }
    }

    private Result compare(Courier courier, Fleet fleet, Map<Fault, Integer> faults, int kills, Told told) {
        Comparison comparison =
                Comparison.of(oracle.standing(), told.standing(), courier.planted(), told.deadLetters());
        Stories.tell(comparison, oracle, told, screen);
        return new Result(
                options,
                faults,
                kills,
                fleet.startedAgain(),
                fleet.endedThemselves(),
                oracle.events(),
                oracle.events() - taught,
                courier.sent(),
                courier.planted().size(),
                oracle.standing().size(),
                oracle.standingSince(options.liveFrom()),
                told.withdrawn(),
                told.repeatedAlerts(),
                told.repeatedDeadLetters(),
                comparison,
                List.of(),
                List.of());
    }
}
