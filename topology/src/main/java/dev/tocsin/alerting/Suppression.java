package dev.tocsin.alerting;

import java.util.Locale;

/**
 * What silenced a signal.
 *
 * @param detail which one, for a person; empty where there is only one
 */
public record Suppression(By by, String detail) {
    /** The kinds, in the order in which they are asked. */
    public enum By {
        LEARNING,
        ALLOWLIST,
        COOLDOWN,
        SHADOW;

        /** As metrics tag it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final Suppression LEARNING = new Suppression(By.LEARNING, "");
    static final Suppression COOLDOWN = new Suppression(By.COOLDOWN, "");
    static final Suppression SHADOW = new Suppression(By.SHADOW, "");

    /** As the contract's {@code suppressed_by} has it: {@code cooldown}, {@code allowlist: network 192.0.2.0/24, office}. */
    @Override
    public String toString() {
        return detail.isEmpty() ? by.key() : by.key() + ": " + detail;
    }
}
