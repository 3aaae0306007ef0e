package dev.tocsin.replay;

import dev.tocsin.alerting.Alert;
import dev.tocsin.codec.AlertMessage;
import dev.tocsin.detection.Severity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One story's alert under the thresholds in force and under the others: the same {@code alert_id}. At least one of the two
 * is there.
 */
record Pair(@Nullable AlertMessage now, @Nullable AlertMessage then) {
    Change change() {
        if (now == null) {
            return Change.GAINED;
        }
        if (then == null) {
            return Change.LOST;
        }
        boolean isSame = severity(now) == severity(then)
                && Objects.equals(
                        now.alert().signal().holdUntil(), then.alert().signal().holdUntil());
        return isSame ? Change.SAME : Change.CHANGED;
    }

    private static Severity severity(AlertMessage message) {
        return message.alert().signal().severity();
    }

    @Nullable
    Severity severityNow() {
        return now == null ? null : severity(now);
    }

    @Nullable
    Severity severityThen() {
        return then == null ? null : severity(then);
    }

    /** The worse of the two. */
    int rank() {
        return Math.max(
                now == null ? -1 : severity(now).rank(),
                then == null ? -1 : severity(then).rank());
    }

    /** The alert of the thresholds in force if there is one, else the other. */
    AlertMessage either() {
        return now == null ? Objects.requireNonNull(then) : now;
    }

    private Alert alert() {
        return either().alert();
    }

    Instant occurredAt() {
        return alert().occurredAt();
    }

    String detector() {
        return alert().signal().detector();
    }

    String alertId() {
        return alert().alertId();
    }

    String accountId() {
        return alert().accountId();
    }
}
