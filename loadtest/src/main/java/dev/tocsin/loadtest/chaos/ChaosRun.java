package dev.tocsin.loadtest.chaos;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Runs one seed, and says what happens. */
final class ChaosRun {
    private final ChaosOptions options;
    private final Set<Fault> kinds;
    private final Path directory;
    private final PrintWriter out;
    private final long begin = System.nanoTime();

    ChaosRun(ChaosOptions options, Set<Fault> kinds, Path directory, PrintWriter out) {
        this.options = options;
        this.kinds = kinds;
        this.directory = directory;
        this.out = out;
    }

    /**
     * Returns when it is over; what it kept is gone if all was exact.
     *
     * @throws ChaosException when there is no result
     */
    Result run() {
        boolean isKept = true;
        try {
            say("seed " + options.seed() + ", " + options.guarantee().value() + ", " + options.setting());
            say("meanwhile everything is in " + directory);
            Result result = new Chaos(options, kinds, directory, this::say).run();
            say(Summary.of(result));
            isKept = !result.isExact();
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChaosException.broken("Interrupted.", e);
        } catch (RuntimeException e) {
            say("NO RESULT: " + (e instanceof ChaosException ? e.getMessage() : e));
            throw e;
        } finally {
            if (isKept) {
                say("logs and data are kept in " + directory);
            } else {
                Workspace.delete(directory);
            }
        }
    }

    private synchronized void say(String line) {
        out.printf(
                Locale.ROOT,
                "%6.1f s  %s%n",
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0,
                line);
    }
}
