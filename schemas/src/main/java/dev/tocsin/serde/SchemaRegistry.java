package dev.tocsin.serde;

import java.util.Map;

/**
 * Keeps schemas: registers them, finds their ids, and turns ids back into schemas.
 *
 * <p>Only strings and ids cross this border. Every call fails in one of three ways: {@link
 * RegistryUnavailableException} (nobody could be asked; try again), {@link SchemaNotFoundException} (asked, not there)
 * and {@link SchemaRejectedException} (asked, refused). Nothing is cached here. Safe for use by many threads.
 */
public final class SchemaRegistry implements AutoCloseable {
    private final RegistryBackend backend;

    private SchemaRegistry(RegistryBackend backend) {
        this.backend = backend;
    }

    /**
     * Reads {@code schema.registry.*} and ignores every other key; asks nothing of the registry yet.
     *
     * @param properties {@code schema.registry.url} (required: one or more http(s) addresses separated by commas, or
     *     {@code mock://scope} for a registry in this process) and whatever else Confluent's client knows under that
     *     prefix, e.g. {@code schema.registry.basic.auth.user.info}; README.md lists them
     * @throws IllegalArgumentException if the settings cannot work, with a sentence that names the key
     */
    public static SchemaRegistry connect(Map<String, ?> properties) {
        RegistrySettings settings = RegistrySettings.from(properties);
        return new SchemaRegistry(settings.mockScope()
                .<RegistryBackend>map(MemoryRegistry::ofScope)
                .orElseGet(() -> ConfluentRegistry.connect(settings)));
    }

    /** Adds the schema to the subject unless it is there, and returns its id. */
    public int register(String subject, String schemaJson) {
        return backend.register(subject, schemaJson);
    }

    /** Returns the id of a schema that the subject has, and registers nothing. */
    public int idOf(String subject, String schemaJson) {
        return backend.idOf(subject, schemaJson);
    }

    /** Returns the text of a schema, with everything it refers to inlined if it is an Avro one. */
    public String schemaById(int id) {
        return backend.schemaById(id);
    }

    /** Makes one cheap call, for health checks and start-up. */
    public void check() {
        backend.check();
    }

    @Override
    public void close() {
        backend.close();
    }
}
