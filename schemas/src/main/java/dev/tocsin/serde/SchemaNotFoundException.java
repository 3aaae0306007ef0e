package dev.tocsin.serde;

import org.jspecify.annotations.Nullable;

/** Says that the registry answered and does not have the schema, id or subject. Trying again does not help. */
public final class SchemaNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaNotFoundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
