package dev.tocsin.detection;

import dev.tocsin.account.AccountMemory;
import java.time.Duration;

/** How a sequence is tuned: common to all, and its severity by the time that the story took. */
interface SequenceSettings extends DetectorSettings {
    /** The longest time between the first and the last event of the story. */
    Duration window();

    /** How long after the last event a payout should wait. */
    Duration hold();

    /** How fresh an MFA login from a known device must be to speak for the owner. */
    Duration mfaWithin();

    /** For how long a device must be known to cap the severity at MEDIUM; zero for no cap. */
    Duration longKnown();

    /** Severity by the gap; of no meaning where the events say it themselves. */
    Severity tier(Duration gap);

    /** A sequence whose events say how severe it is. */
    record Flat(Duration cooldown, Duration window, Duration hold, Duration mfaWithin, Duration longKnown)
            implements SequenceSettings {
        public Flat {
            DetectorSettings.checkCooldown(cooldown);
            DetectorSettings.check(
                    window.toMillis() > 0 && window.compareTo(AccountMemory.KEPT) <= 0,
                    "window must be above 0 and at most 7 d");
            DetectorSettings.check(!hold.isNegative(), "hold must not be negative");
            DetectorSettings.check(!mfaWithin.isNegative(), "mfa-within must not be negative");
            DetectorSettings.check(
                    !longKnown.isNegative() && longKnown.compareTo(Duration.ofDays(365)) <= 0,
                    "long-known must be between 0 and 365 d");
        }

        @Override
        public Severity tier(Duration gap) {
            return Severity.MEDIUM;
        }
    }

    /**
     * A sequence whose severity falls with the gap.
     *
     * @param cooldown between two alerts that rest on one first event
     * @param criticalWithin gap up to which it is CRITICAL; zero for never
     * @param highWithin gap up to which it is HIGH; zero for never
     * @param window gap up to which it is MEDIUM; after it the first event is history
     */
    record Tiered(
            Duration cooldown,
            Duration criticalWithin,
            Duration highWithin,
            Duration window,
            Duration hold,
            Duration mfaWithin,
            Duration longKnown)
            implements SequenceSettings {
        public Tiered {
            DetectorSettings.check(
                    !criticalWithin.isNegative()
                            && criticalWithin.compareTo(highWithin) <= 0
                            && highWithin.compareTo(window) <= 0,
                    "critical-within, high-within and window must not be negative and must ascend in this order");
            new Flat(cooldown, window, hold, mfaWithin, longKnown); // refuses what no sequence can have
        }

        @Override
        public Severity tier(Duration gap) {
            if (isWithin(gap, criticalWithin)) {
                return Severity.CRITICAL;
            }
            return isWithin(gap, highWithin) ? Severity.HIGH : Severity.MEDIUM;
        }

        private static boolean isWithin(Duration gap, Duration limit) {
            return !limit.isZero() && gap.compareTo(limit) <= 0;
        }
    }
}
