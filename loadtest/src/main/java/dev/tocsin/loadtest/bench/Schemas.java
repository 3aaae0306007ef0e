package dev.tocsin.loadtest.bench;

import dev.tocsin.codec.AlertEncoder;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.serde.SchemaRegistry;
import java.util.Map;

/**
 * A registry in each process that knows the contract's schemas by the same ids.
 *
 * <p>A registry is asked once for each id, so a process of its own would take memory and measure nothing.
 */
final class Schemas {
    static final int LOGIN = 1;
    static final int CHANGE = 2;

    static final Map<String, Object> CLIENT = Map.of("schema.registry.url", "mock://bench");

    private Schemas() {}

    /** The same order everywhere gives the same ids. */
    static SchemaRegistry registry() {
        SchemaRegistry registry = SchemaRegistry.connect(CLIENT);
        check(LOGIN, registry.register("logins", LoginEvent.getClassSchema().toString()));
        check(
                CHANGE,
                registry.register("changes", AccountChangeEvent.getClassSchema().toString()));
        new AlertEncoder(registry, "alerts", true).prepare(); // registers by itself, next to the others
        return registry;
    }

    private static void check(int expected, int given) {
        if (given != expected) {
            throw new IllegalStateException("schema id " + given + " instead of " + expected);
        }
    }
}
