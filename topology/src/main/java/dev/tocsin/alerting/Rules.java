package dev.tocsin.alerting;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mark;
import dev.tocsin.detection.Detector;
import dev.tocsin.detection.DetectorCatalog;
import java.util.List;

/** What one event is judged by: the enabled detectors, tuned, under one version of the thresholds. */
public final class Rules {
    private final String version;
    private final List<Watch> watches;
    private final List<Detector> detectors;
    private final Learning learning;
    private final Allowlist allowlist;
    private final Roster onLogins;
    private final Roster onChanges;
    private final boolean rehearsal;

    /**
     * Rules are the same for ever once made.
     *
     * @param version written on every alert
     */
    public Rules(String version, List<Watch> watches, Learning learning, Allowlist allowlist) {
        this.version = version;
        this.watches = List.copyOf(watches);
        this.detectors = watches.stream().map(Watch::detector).toList();
        this.learning = learning;
        this.allowlist = allowlist;
        this.onLogins = watching(true);
        this.onChanges = watching(false);
        this.rehearsal = watches.stream().allMatch(Watch::shadow);
    }

    /** Rules under which every detector is live and nothing is vouched for. */
    public Rules(String version, List<Detector> detectors, Learning learning) {
        this(version, detectors.stream().map(Watch::live).toList(), learning, Allowlist.NOTHING);
    }

    /** The same rules with nothing vouched for. */
    public Rules withoutAllowlist() {
        return new Rules(version, watches, learning, Allowlist.NOTHING);
    }

    /** The same rules with every detector in shadow, so that they count among themselves. */
    public Rules rehearsed() {
        return new Rules(version, watches.stream().map(Watch::inShadow).toList(), learning, allowlist);
    }

    private Roster watching(boolean logins) {
        return new Roster(watches.stream()
                .filter(watch -> watch.detector().profile().watches().includes(logins))
                .toList());
    }

    /** The detectors that look at such an event. */
    Roster watching(AccountEvent event) {
        return event instanceof Login ? onLogins : onChanges;
    }

    /** Whom a detector's alerts reach. Where all are in shadow they count among themselves, as they would if all were live. */
    public Mark.Standing standing(Watch watch) {
        if (!watch.shadow()) {
            return Mark.Standing.RAISED;
        }
        return rehearsal ? Mark.Standing.REHEARSED : Mark.Standing.SHADOW;
    }

    public String version() {
        return version;
    }

    /** The enabled detectors, live or in shadow, sorted by id. */
    public List<Watch> watches() {
        return watches;
    }

    /** The same without how they are used. */
    public List<Detector> detectors() {
        return detectors;
    }

    /** The ids of detectors that are switched off. */
    public List<String> off() {
        List<String> on = detectors.stream().map(Detector::id).toList();
        return DetectorCatalog.items().stream()
                .map(DetectorCatalog.Item::id)
                .filter(id -> !on.contains(id))
                .toList();
    }

    public Learning learning() {
        return learning;
    }

    public Allowlist allowlist() {
        return allowlist;
    }
}
