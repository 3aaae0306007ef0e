package dev.tocsin.serde;

import org.jspecify.annotations.Nullable;

/** Says that the registry answered and will not take the schema: incompatible with an earlier one, or invalid. */
public final class SchemaRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaRejectedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
