package dev.tocsin.serde;

import org.jspecify.annotations.Nullable;

/** Says that the registry could not be asked: down, slow, refusing, or not a registry at all. Trying again may help. */
public final class RegistryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
