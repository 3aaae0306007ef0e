package dev.tocsin.serde;

import org.jspecify.annotations.Nullable;

/** Guards how Kafka sets up our serialisers: for values, and before use. */
final class ValuesOnly {
    private ValuesOnly() {}

    static void check(boolean isKey) {
        if (isKey) {
            throw new IllegalArgumentException(
                    "Record keys are the account id in UTF-8: use Kafka's own String serialiser for keys.");
        }
    }

    static <X> X configured(@Nullable X part) {
        if (part == null) {
            throw new IllegalStateException("Call configure with schema.registry.url first.");
        }
        return part;
    }
}
