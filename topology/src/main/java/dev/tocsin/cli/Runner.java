package dev.tocsin.cli;

import dev.tocsin.config.AppConfig;
import dev.tocsin.thresholds.Thresholds;

/** Runs the detector against real brokers until it is told to stop. */
@FunctionalInterface
public interface Runner {
    /**
     * Runs it.
     *
     * @param createTopics whether missing topics are created first
     * @return the exit code of the process
     * @throws UserMistake for what the operator can put right, with the sentence that says how
     * @throws Exception for everything else
     */
    int run(AppConfig config, Thresholds thresholds, boolean createTopics) throws Exception;
}
