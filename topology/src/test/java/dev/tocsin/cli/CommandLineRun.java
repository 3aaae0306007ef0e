package dev.tocsin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/** One command as a shell would give it, and what came of it. */
final class CommandLineRun {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private byte[] input = new byte[0];
    private Runner runner = (config, thresholds, createTopics) -> {
        throw new AssertionError("nobody asked for run");
    };
    private int exitCode = -1;

    CommandLineRun input(byte[] bytes) {
        input = bytes;
        return this;
    }

    CommandLineRun variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    CommandLineRun runner(Runner instead) {
        runner = instead;
        return this;
    }

    CommandLineRun tocsin(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input), out, new PrintWriter(err, true, UTF_8), false, environment);
        exitCode = TocsinCommand.execute(runner, terminal, words);
        return this;
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }
}
