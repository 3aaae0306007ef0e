package dev.tocsin.alerting;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.detection.Facts;
import dev.tocsin.detection.Look;
import java.time.Duration;

/**
 * How long an account's habits are learned before what is new to them raises alerts: until the earlier of the two.
 *
 * @param period since the account's first event
 * @param logins successful logins since then
 */
public record Learning(Duration period, int logins) {
    /** As Microsoft Entra's atypical travel has it, and the catalogue with it. */
    public static final Learning DEFAULTS = new Learning(Duration.ofDays(14), 10);

    public Learning {
        if (period.isNegative()) {
            throw new IllegalArgumentException("period must not be negative");
        }
        if (logins < 0 || logins > AccountMemory.MAX_LEARNED) {
            throw new IllegalArgumentException("logins must be between 0 and " + AccountMemory.MAX_LEARNED);
        }
    }

    /** Whether it is over; what is learned passes through the look. */
    boolean isOver(AccountMemory memory, long atMillis, Look look) {
        boolean begins = memory.learningSinceMillis() == 0 || memory.isDormantAt(atMillis);
        return look.sees(
                "habits learned",
                () -> begins ? "none: they begin with this event" : learned(memory, atMillis),
                () -> logins + " logins, or " + Facts.span(period),
                !isOngoing(memory, atMillis));
    }

    private static String learned(AccountMemory memory, long atMillis) {
        return memory.learnedLogins() + " logins in "
                + Facts.span(Duration.ofMillis(atMillis - memory.learningSinceMillis()));
    }

    boolean isOngoing(AccountMemory memory, long atMillis) {
        if (memory.learningSinceMillis() == 0 || memory.isDormantAt(atMillis)) {
            return logins > 0
                    && !period.isZero(); // the event that begins it all, or ends a silence, is the first to learn from
        }
        return memory.learnedLogins() < logins && atMillis - memory.learningSinceMillis() < period.toMillis();
    }
}
