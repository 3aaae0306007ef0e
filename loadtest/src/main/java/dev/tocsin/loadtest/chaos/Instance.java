package dev.tocsin.loadtest.chaos;

import dev.tocsin.loadtest.machine.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One detector under a small supervisor, which starts its process again whenever that ends without having been asked to.
 *
 * <p>Faults come from one thread; the supervisor is another.
 */
final class Instance {
    private static final long BACK_OFF_MILLIS = 500;

    /** The exit code of a process that SIGKILL ended. */
    private static final int KILLED = 128 + 9;

    private final Path directory;
    private final Thread supervisor;
    private @Nullable ChildJvm jvm;
    private boolean isWanted;
    private boolean isOver;
    private int asked;
    private int starts;
    private int endedThemselves;
    private int kills;

    /** @param directory holds its config, and will hold its state and its log */
    Instance(Path directory) {
        this.directory = directory;
        this.supervisor = new Thread(this::supervise, directory.getFileName() + "-supervisor");
        supervisor.setDaemon(true);
        supervisor.start();
    }

    Path state() {
        return directory.resolve("state");
    }

    String name() {
        return directory.getFileName().toString();
    }

    private void supervise() {
        try {
            while (true) {
                ChildJvm running = startOnceWanted();
                if (running == null) {
                    return;
                }
                int code = running.await();
                Thread.sleep(note(code) ? BACK_OFF_MILLIS : 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable ChildJvm startOnceWanted() throws InterruptedException {
        while (!isWanted && !isOver) {
            wait();
        }
        if (isOver) {
            return null;
        }
        starts++;
        jvm = ChildJvm.start(
                InstanceMain.class,
                List.of("-Xmx256m"),
                List.of("run", "--config", directory.resolve("tocsin.yaml").toString(), "--create-topics"),
                directory.resolve("instance.log"));
        notifyAll();
        return jvm;
    }

    /** True when it ended by itself, after an error. */
    private synchronized boolean note(int code) {
        jvm = null;
        notifyAll();
        if (code == KILLED) {
            kills++;
            return false;
        }
        if (isWanted) {
            endedThemselves++;
        }
        return isWanted;
    }

    synchronized void start() {
        asked++;
        isWanted = true;
        notifyAll();
    }

    /** The supervisor starts it again at once, unless it was not running. */
    void kill() throws InterruptedException {
        ChildJvm running = running();
        if (running != null) {
            running.kill();
        }
    }

    /** Ends it and leaves it so until {@link #start}. */
    void killAndHold() throws InterruptedException {
        hold();
        kill();
        awaitGone();
    }

    /** Asks it to end in order, and leaves it so until {@link #start}. */
    void stop() throws InterruptedException {
        hold();
        ChildJvm running = running();
        if (running != null) {
            running.stop();
        }
        awaitGone();
    }

    private synchronized void hold() {
        isWanted = false;
    }

    /** Returns when a process of it runs, so that there is something to break; it must have been started. */
    synchronized void awaitRunning() throws InterruptedException {
        while (jvm == null) {
            wait();
        }
    }

    private synchronized void awaitGone() throws InterruptedException {
        while (jvm != null) {
            wait();
        }
    }

    void pause() {
        ChildJvm running = running();
        if (running != null) {
            running.pause();
        }
    }

    void resume() {
        ChildJvm running = running();
        if (running != null) {
            running.resume();
        }
    }

    private synchronized @Nullable ChildJvm running() {
        return jvm;
    }

    /** Processes that kill -9 ended: by a fault, or because they did not end in order in time. */
    synchronized int kills() {
        return kills;
    }

    /** How often a process was started because the one before had ended unasked. */
    synchronized int startedAgain() {
        return starts - asked;
    }

    /** How often that was without a kill. */
    synchronized int endedThemselves() {
        return endedThemselves;
    }

    /** Nothing of it runs any more, and nothing is started again. */
    void close() throws InterruptedException {
        stop();
        synchronized (this) {
            isOver = true;
            notifyAll();
        }
        supervisor.join();
    }

    /** Deletes its local state, which must not be in use. */
    void wipe() throws IOException {
        Trees.delete(state());
    }
}
