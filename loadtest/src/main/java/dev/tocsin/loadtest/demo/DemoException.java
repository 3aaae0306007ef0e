package dev.tocsin.loadtest.demo;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/** Says in a sentence, fit to be shown to a person, why the demo does not go on. */
final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private DemoException(String sentence, int exitCode, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** The user can put it right with another option. */
    static DemoException ofUsage(String sentence) {
        return new DemoException(sentence, ExitCode.USAGE, null);
    }

    static DemoException broken(String sentence, Throwable cause) {
        return new DemoException(sentence, ExitCode.SOFTWARE, cause);
    }

    int exitCode() {
        return exitCode;
    }
}
