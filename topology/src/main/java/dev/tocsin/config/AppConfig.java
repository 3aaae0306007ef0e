package dev.tocsin.config;

import dev.tocsin.enrich.DatabaseKind;
import dev.tocsin.streams.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the application is told at start. {@code deploy/tocsin.example.yaml} explains every key.
 *
 * @param applicationId consumer group, and prefix of internal topics and of the state's folder
 * @param kafka passed on to every Kafka client and to Kafka Streams
 * @param schemaRegistry passed on to the registry's client, keys with their prefix {@code schema.registry.}
 * @param registerSchemas whether the schemas of what we write are registered at start
 * @param threads stream threads
 * @param standbys copies of the state on other instances
 * @param stateDir absolute; holds nothing that the changelog topic does not
 * @param grace how far behind an account's newest event another may come and still be ordered in
 * @param maxFuture how far ahead of its record's timestamp an event may claim to be
 * @param databases of addresses, absolute
 * @param thresholds absolute, null for the shipped ones
 */
public record AppConfig(
        String applicationId,
        ClientProperties kafka,
        ClientProperties schemaRegistry,
        boolean registerSchemas,
        Topics topics,
        Guarantee guarantee,
        int threads,
        int standbys,
        Path stateDir,
        Duration grace,
        Duration maxFuture,
        Http http,
        Memory memory,
        Map<DatabaseKind, Path> databases,
        @Nullable Path thresholds) {
    /** The design's number: what producers that were offline for a while send later still finds its place. */
    public static final Duration DEFAULT_GRACE = Duration.ofHours(1);

    public AppConfig {
        databases = Map.copyOf(databases);
    }

    /**
     * Reads a file and what overrides it.
     *
     * @param environment variables as the process has them; {@code TOCSIN_HTTP_PORT} overrides {@code http.port}
     * @throws InvalidConfigException with every fault of both
     */
    public static AppConfig read(Path file, Map<String, String> environment) {
        return ConfigReader.read(file, environment);
    }
}
