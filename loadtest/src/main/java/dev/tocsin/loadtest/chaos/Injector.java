package dev.tocsin.loadtest.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does one fault after another until the traffic is over, and leaves everything running. */
final class Injector implements AutoCloseable {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofMillis(Fleet.SESSION_TIMEOUT_MILLIS + 3_000);
    private static final Duration AWAY = Duration.ofSeconds(8);
    private static final Duration VISIT = Duration.ofSeconds(12);

    private final Broker broker;
    private final Fleet fleet;
    private final FaultPlan plan;
    private final Consumer<String> screen;
    private final Trace trace;
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::run, "injector");

    Injector(Scene scene, FaultPlan plan, Consumer<String> screen) {
        this.broker = scene.broker();
        this.fleet = scene.fleet();
        this.trace = scene.trace();
        this.plan = plan;
        this.screen = screen;
    }

    /** What there is to break, and where it is noted. */
    record Scene(Broker broker, Fleet fleet, Trace trace) {}

    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (FaultPlan.Step step : plan.steps()) {
                if (over.await(step.gapMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                inject(step);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            failure.set(e);
        }
    }

    private void inject(FaultPlan.Step step) throws IOException, InterruptedException {
        Instance victim = fleet.permanent(step.victim());
        victim.awaitRunning();
        trace.mark(step.fault());
        screen.accept(step.fault().id() + "  " + victim.name());
        switch (step.fault()) {
            case KILL -> victim.kill();
            case KILL_ALL -> {
                for (Instance instance : fleet.all()) {
                    instance.kill();
                }
            }
            case SHORT_PAUSE -> pause(victim, SHORT);
            case LONG_PAUSE -> pause(victim, LONG);
            case KILL_BROKER -> {
                broker.kill();
                broker.restart();
            }
            case TAKE_REGISTRY -> {
                broker.takeRegistry();
                victim.kill();
                sleep(AWAY);
                broker.giveRegistry();
            }
            case ADD -> {
                Instance guest = fleet.add();
                guest.start();
                sleep(VISIT);
                guest.stop();
            }
            case REMOVE -> {
                victim.stop();
                sleep(AWAY);
                victim.start();
            }
            case WIPE -> {
                victim.killAndHold();
                victim.wipe();
                victim.start();
            }
            case FILL_DISK -> fillDisk(victim);
            case CORRUPT -> {
                victim.stop();
                String damage = Damage.corrupt(victim.state(), new Random(step.salt()));
                victim.start();
                screen.accept("  " + (damage == null ? "nothing there to damage: not counted" : damage));
                if (damage == null) {
                    return;
                }
            }
        }
        done.merge(step.fault(), 1, Integer::sum);
    }

    private void pause(Instance victim, Duration length) throws InterruptedException {
        victim.pause();
        sleep(length);
        victim.resume();
    }

    private void fillDisk(Instance victim) throws IOException, InterruptedException {
        victim.killAndHold();
        try (SmallDisk disk = SmallDisk.under(victim.state())) {
            victim.start();
            sleep(VISIT);
            disk.fill();
            victim.kill();
            sleep(AWAY);
            disk.empty();
            sleep(AWAY);
            victim.killAndHold();
        }
        victim.start();
    }

    /** Always in full, so that a fault is what its name says. */
    private static void sleep(Duration length) throws InterruptedException {
        Thread.sleep(length.toMillis());
    }

    /** Lets the fault under way end, and injects no other. */
    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        check();
    }

    /** @throws ChaosException when a fault could not be injected */
    void check() {
        Exception problem = failure.get();
        if (problem != null) {
            throw ChaosException.broken("A fault could not be injected: " + problem.getMessage(), problem);
        }
    }

    /** How often each kind was injected, and had something to break. */
    Map<Fault, Integer> done() {
        return done;
    }
}
