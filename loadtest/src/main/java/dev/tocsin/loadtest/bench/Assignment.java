package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import java.nio.file.Path;

/**
 * What a process that is measured is told.
 *
 * @param application consumer group, and prefix of its output topics
 * @param standbys copies of the state on other instances
 * @param input prefix of the two topics it reads
 * @param brokerPid whose CPU time is read beside its own
 */
record Assignment(
        Variant variant,
        Guarantee guarantee,
        int threads,
        int standbys,
        String bootstrap,
        String application,
        String input,
        Path stateDir,
        long brokerPid,
        Slice slice) {
    /** The same as one of several instances, with a folder of its own. */
    Assignment standingBy(int copies, Path folder) {
        return new Assignment(
                variant, guarantee, threads, copies, bootstrap, application, input, folder, brokerPid, slice);
    }
}
