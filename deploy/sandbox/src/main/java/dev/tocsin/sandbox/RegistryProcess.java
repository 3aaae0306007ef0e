package dev.tocsin.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One running registry: a child process that listens on a private port of its own choice. */
final class RegistryProcess {

    /** Ten times what a quiet machine needs: a build server under load must not fail here. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    private static final int QUOTED_LINES = 5;
    private static final Duration POLL = Duration.ofMillis(25);
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final int port;

    private RegistryProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when the registry takes requests. Its log is {@code registry.log} in its directory. */
    static RegistryProcess start(Path directory) {
        try {
            Files.createDirectories(directory);
            Path log = directory.resolve("registry.log");
            Process process = RegistryCommand.in(directory, System.getProperty(RegistryCommand.HOME_PROPERTY))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return awaitListening(process, log);
        } catch (IOException e) {
            throw new SandboxException("The schema registry did not start: " + e, e);
        }
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Asks the registry to close its database and end, and makes it end when that takes too long. */
    void stop() {
        end(process);
    }

    private static RegistryProcess awaitListening(Process process, Path log) throws IOException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                Matcher listening = LISTENING.matcher(Files.readString(log));
                if (listening.find()) {
                    return new RegistryProcess(process, Integer.parseInt(listening.group(1)));
                }
                if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw notReady("ended with code " + process.exitValue() + " before it was ready", log);
                }
            }
            throw notReady("was not ready after " + LONGEST_START.toSeconds() + " s", log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(process);
            throw notReady("was given up before it was ready", log);
        } catch (SandboxException e) {
            end(process);
            throw e;
        }
    }

    /** Quotes the end of the log, because a temporary sandbox deletes the log itself. */
    private static SandboxException notReady(String what, Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        List<String> last = lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size());
        return new SandboxException(
                "The schema registry " + what + "; its log " + log + " ends with:\n" + String.join("\n", last));
    }

    private static void end(Process process) {
        try {
            // RegistryChild takes the end of its input as the order to stop.
            process.getOutputStream().close();
            if (process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException alreadyEnded) {
            // Then there is nobody left to ask.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
