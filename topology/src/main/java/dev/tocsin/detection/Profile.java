package dev.tocsin.detection;

import dev.tocsin.account.Mark;
import java.util.List;

/**
 * What a detector says about itself, whatever its settings.
 *
 * @param id kebab-case, the name of its section in the thresholds and its value in metrics
 * @param watches the events that it looks at; no other is shown to it, or counted as looked at
 * @param trail what its alerts say a later change may follow
 * @param follows alerts without which it cannot fire, {@link Mark.Trail#NONE} when it needs none
 * @param crossesBorders it fires because two countries are not one, which a pair of countries may excuse
 * @param techniques MITRE ATT&amp;CK ids
 * @param factKeys every key that its signals may carry
 */
public record Profile(
        String id,
        Kind kind,
        Watches watches,
        Mark.Trail trail,
        Mark.Trail follows,
        boolean crossesBorders,
        List<String> techniques,
        List<String> factKeys) {
    /** What a detector watches for, which decides what can silence it. */
    public enum Kind {
        /** Something the account was never seen with; waits until the account's habits are learned. */
        NOVELTY,
        /** More than usual; knows its own minimum history. */
        VOLUME,
        /** One thing after another; never waits. */
        SEQUENCE
    }

    /** Which events a detector looks at. */
    public enum Watches {
        LOGINS,
        CHANGES,
        BOTH;

        public boolean includes(boolean logins) {
            return this == BOTH || this == (logins ? LOGINS : CHANGES);
        }
    }

    static Profile onLogins(String id, Kind kind, List<String> techniques, List<String> factKeys) {
        return new Profile(id, kind, Watches.LOGINS, Mark.Trail.NONE, Mark.Trail.NONE, false, techniques, factKeys);
    }

    static Profile onChanges(String id, Kind kind, List<String> techniques, List<String> factKeys) {
        return new Profile(id, kind, Watches.CHANGES, Mark.Trail.NONE, Mark.Trail.NONE, false, techniques, factKeys);
    }

    static Profile onBoth(String id, Kind kind, List<String> techniques, List<String> factKeys) {
        return new Profile(id, kind, Watches.BOTH, Mark.Trail.NONE, Mark.Trail.NONE, false, techniques, factKeys);
    }

    Profile leaving(Mark.Trail left) {
        return new Profile(id, kind, watches, left, follows, crossesBorders, techniques, factKeys);
    }

    Profile following(Mark.Trail followed) {
        return new Profile(id, kind, watches, trail, followed, crossesBorders, techniques, factKeys);
    }

    Profile crossingBorders() {
        return new Profile(id, kind, watches, trail, follows, true, techniques, factKeys);
    }
}
