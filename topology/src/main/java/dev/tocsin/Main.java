package dev.tocsin;

import dev.tocsin.cli.Terminal;
import dev.tocsin.cli.TocsinCommand;

/** The wiring diagram: which implementation stands behind each command. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(TocsinCommand.execute(
                (config, thresholds, createTopics) -> new Detector(config, thresholds).run(createTopics),
                Terminal.ofProcess(),
                arguments));
    }
}
