package dev.tocsin;

import dev.tocsin.cli.Runner;
import dev.tocsin.cli.Terminal;
import dev.tocsin.cli.TocsinCommand;
import dev.tocsin.cli.UserMistake;

/** The wiring diagram: which implementation stands behind each command. */
public final class Main {
    /** WIRING POINT: replace this line by the streams application. */
    private static final Runner RUNNER = (config, thresholds, createTopics) -> {
        throw new UserMistake("run is not wired to the streams application yet");
    };

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(TocsinCommand.execute(RUNNER, Terminal.ofProcess(), arguments));
    }
}
