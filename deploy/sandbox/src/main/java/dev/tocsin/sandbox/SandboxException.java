package dev.tocsin.sandbox;

import org.jspecify.annotations.Nullable;

/** Says in one sentence, fit to be shown to a person, why the sandbox cannot do what was asked. */
public class SandboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SandboxException(String sentence) {
        this(sentence, null);
    }

    SandboxException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
