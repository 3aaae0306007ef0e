package dev.tocsin.loadtest.demo;

import dev.tocsin.loadtest.traffic.World;

/** Everything that runs while the show is on. */
record Stage(
        World world,
        DemoDetector detector,
        Sender sender,
        AlertTail tail,
        String bootstrapServers,
        String registryUrl) {
    /** Events that the detector has not read yet. */
    long waiting() {
        return sender.sent() - detector.tally().done();
    }

    /** True when every event sent was judged, and every alert raised was heard. */
    boolean isAllHeard() {
        return waiting() <= 0 && tail.heard() >= detector.tally().alerts();
    }
}
