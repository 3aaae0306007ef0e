package dev.tocsin.alerting;

import java.util.List;

/** The detectors that look at one kind of event, under one version of the thresholds. No two are equal. */
public final class Roster {
    static final Roster NOBODY = new Roster(List.of());

    private final List<Watch> watches;

    Roster(List<Watch> watches) {
        this.watches = watches;
    }

    /** Sorted by the detectors' ids. */
    public List<Watch> watches() {
        return watches;
    }
}
