package dev.tocsin.detection;

import dev.tocsin.account.Burst;
import java.time.Duration;

/** The ranges that the settings of bursts share: what memory keeps of them. */
final class BurstSettings {
    private BurstSettings() {}

    static void checkCount(String name, int count) {
        DetectorSettings.check(count >= 2 && count <= Burst.MAX, name + " must be between 2 and " + Burst.MAX);
    }

    static void checkWindow(String name, Duration window) {
        DetectorSettings.check(
                window.toMillis() > 0 && window.toMillis() <= Burst.KEPT_MILLIS,
                name + " must be above 0 and at most 1 h");
    }

    /** A run and the time after it must both fit what is kept. */
    static void checkFollowUp(Duration window, Duration successWithin) {
        checkWindow("success-within", successWithin);
        DetectorSettings.check(
                window.toMillis() + successWithin.toMillis() <= Burst.KEPT_MILLIS,
                "window and success-within together must be at most 1 h");
    }
}
