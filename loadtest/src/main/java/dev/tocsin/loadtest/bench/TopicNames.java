package dev.tocsin.loadtest.bench;

import dev.tocsin.streams.Topics;

/** Names topics after what is measured. */
final class TopicNames {
    /** As many as the detector makes by itself. */
    static final int PARTITIONS = 4;

    private TopicNames() {}

    static String logins(String input) {
        return input + "-logins";
    }

    static String changes(String input) {
        return input + "-changes";
    }

    /** What variants other than the detector write. */
    static String output(String application) {
        return application + "-alerts";
    }

    static Topics detector(String input, String application) {
        return new Topics(
                logins(input),
                changes(input),
                output(application),
                application + "-suppressed",
                application + "-dead-letters",
                application + "-thresholds");
    }
}
