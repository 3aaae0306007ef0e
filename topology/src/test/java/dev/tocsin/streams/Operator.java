package dev.tocsin.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.cli.Terminal;
import dev.tocsin.cli.TocsinCommand;
import dev.tocsin.publishing.PublicationListener;
import dev.tocsin.publishing.ThresholdsFollower;
import dev.tocsin.publishing.ThresholdsTopic;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionedRuleBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Somebody with a shell, a configuration for topics of their own, and files in a folder. */
final class Operator {
    private final Path folder;
    private final Topics topics;
    private final Path config;

    Operator(Path folder, String run) {
        this.folder = folder;
        this.topics = RealKafka.topics(run);
        this.config = write("tocsin.yaml", """
                kafka: { bootstrap.servers: "%s" }
                schema-registry: { url: "http://127.0.0.1:1" }
                state-dir: /var/lib/tocsin
                topics: { thresholds: %s }
                """.formatted(RealKafka.bootstrap(), topics.thresholds()));
    }

    /** What a command came to. */
    record Ran(int exitCode, String out, String err) {}

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code tocsin thresholds} with these words. */
    Ran thresholds(Object... words) {
        String[] arguments = new String[words.length + 1];
        arguments[0] = "thresholds";
        for (int i = 0; i < words.length; i++) {
            arguments[i + 1] = words[i].toString();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = TocsinCommand.execute(
                (settings, base, createTopics) -> {
                    throw new AssertionError("nobody asked for run");
                },
                new Terminal(
                        new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true, UTF_8), false, Map.of()),
                arguments);
        return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** Publishes a text and says why if that fails. */
    Ran publish(String text, String... options) {
        Object[] words = new Object[options.length + 4];
        words[0] = "publish";
        words[1] = write("mine.yaml", text);
        words[2] = "--config";
        words[3] = config;
        System.arraycopy(options, 0, words, 4, options.length);
        return thresholds(words);
    }

    Path config() {
        return config;
    }

    Path folder() {
        return folder;
    }

    ThresholdsTopic topic() {
        return new ThresholdsTopic(topics.thresholds(), Map.of("bootstrap.servers", RealKafka.bootstrap()));
    }

    ThresholdsFollower following(VersionedRuleBook rules, PublicationListener listener) {
        return new ThresholdsFollower(topic(), Thresholds.defaults(), rules, listener);
    }
}
