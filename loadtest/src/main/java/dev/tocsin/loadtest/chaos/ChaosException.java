package dev.tocsin.loadtest.chaos;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/** Says in a sentence, fit to be shown to a person, why there is no result. */
final class ChaosException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private ChaosException(String sentence, int exitCode, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** The user can put it right with another option. */
    static ChaosException ofUsage(String sentence) {
        return new ChaosException(sentence, ExitCode.USAGE, null);
    }

    static ChaosException broken(String sentence, @Nullable Throwable cause) {
        return new ChaosException(sentence, ExitCode.SOFTWARE, cause);
    }

    int exitCode() {
        return exitCode;
    }
}
