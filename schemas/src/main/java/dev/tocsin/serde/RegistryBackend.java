package dev.tocsin.serde;

/** What {@link SchemaRegistry} asks of whoever keeps the schemas; failures as described there. */
interface RegistryBackend {
    int register(String subject, String schemaJson);

    int idOf(String subject, String schemaJson);

    String schemaById(int id);

    void check();

    void close();
}
