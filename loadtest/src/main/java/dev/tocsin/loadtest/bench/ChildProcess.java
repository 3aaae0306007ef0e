package dev.tocsin.loadtest.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Another JVM with this one's class path, which ends at the latest when this one does. */
final class ChildProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final Duration QUESTION = Duration.ofSeconds(30);
    private static final int LINES_TOLD = 12;

    private final String what;
    private final Process process;
    private final BufferedReader answers;
    private final Path log;

    private ChildProcess(String what, Process process, Path log) {
        this.what = what;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.log = log;
    }

    /** @param log takes what the process says on standard error */
    static ChildProcess start(Class<?> main, List<String> jvmOptions, Path log, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Dlogback.configurationFile=dev/tocsin/loadtest/bench/logback.xml");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            return new ChildProcess(main.getSimpleName(), process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Asks the process how far it is. */
    String ask() {
        try {
            OutputStream question = process.getOutputStream();
            question.write('\n');
            question.flush();
        } catch (IOException gone) {
            // It has ended, which the answer tells.
        }
        return answer(QUESTION);
    }

    /**
     * Waits for what the process tells next, and ends it when that takes too long.
     *
     * @throws BenchException when it ends without
     */
    String answer(Duration patience) {
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                process::destroyForcibly,
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return answer();
        } finally {
            alarm.cancel(false);
        }
    }

    /**
     * Waits for what the process tells next, however long it works.
     *
     * @throws BenchException when it ends without
     */
    String answer() {
        try {
            String line = answers.readLine();
            while (line != null && !line.startsWith(Parent.MARK)) {
                line = answers.readLine();
            }
            if (line == null) {
                throw new BenchException(what + " ended without an answer. The end of its log:\n" + endOfLog());
            }
            return line.substring(Parent.MARK.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
    }

    /** Ends it as a power failure would. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Waits for the end of a process that ends by itself once it has answered; a recording is written on its way out. */
    void awaitEnd() {
        await();
    }

    /** Lets go of it, which it takes as the sign to stop, and waits until it has. */
    void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // Then there is nothing to stop.
        }
        await();
    }

    @Override
    public void close() {
        stop();
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
