package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.ChangeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A completed password reset, and within days a change of where the money goes.
 *
 * <p>Works because that is the shortest way from a mailbox to a bank account. People do the same honestly: they come back
 * to fix their bank details, and have forgotten the password. So what speaks for the owner (long-known device and network,
 * MFA, a destination that was in use before) lowers the severity, and what speaks against raises it. Blind when the
 * platform sends no event for the reset.
 */
final class ResetThenPayoutChangeDetector implements Detector {
    static final Profile PROFILE = new Profile(
            "reset-then-payout-change",
            Profile.Kind.SEQUENCE,
            List.of("T1098", "T1657"),
            List.of(
                    "reset_at",
                    "payout_change_at",
                    "gap",
                    "threshold",
                    "reset_by",
                    "payout_change_by",
                    "reset_device",
                    "payout_device",
                    "reset_place",
                    "payout_place",
                    "distance_km",
                    "destination",
                    "mfa",
                    "open_alert",
                    "capped",
                    "ip"));

    /**
     * The catalogue's S1: severity falls at 1 h and 24 h, the window ends at 72 h, inside every documented payout hold
     * (Amazon 3 d, Etsy 5 d); the hold is Amazon's. One incident per reset, so the cooldown is the window.
     */
    static final Settings DEFAULTS = new Settings(
            Duration.ofDays(3),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofDays(30),
            Duration.ofMinutes(10));

    /**
     * @param cooldown between two alerts that rest on one reset
     * @param criticalWithin gap up to which it is CRITICAL
     * @param highWithin gap up to which it is HIGH
     * @param window gap up to which it is MEDIUM; after it the reset is history
     * @param hold how long after the change a payout should wait
     * @param longKnown for how long a device must be known to speak for the owner
     * @param mfaWithin how fresh an MFA login from a known device must be to speak for the owner
     */
    record Settings(
            Duration cooldown,
            Duration criticalWithin,
            Duration highWithin,
            Duration window,
            Duration hold,
            Duration longKnown,
            Duration mfaWithin)
            implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            DetectorSettings.check(
                    !criticalWithin.isNegative()
                            && criticalWithin.compareTo(highWithin) <= 0
                            && highWithin.compareTo(window) <= 0,
                    "critical-within, high-within and window must not be negative and must ascend in this order");
            DetectorSettings.check(
                    window.toMillis() > 0 && window.compareTo(AccountMemory.KEPT) <= 0,
                    "window must be above 0 and at most 7 d");
            DetectorSettings.check(!hold.isNegative(), "hold must not be negative");
            DetectorSettings.check(
                    !longKnown.isNegative() && longKnown.compareTo(Duration.ofDays(365)) <= 0,
                    "long-known must be between 0 and 365 d");
            DetectorSettings.check(!mfaWithin.isNegative(), "mfa-within must not be negative");
        }
    }

    private final Settings settings;

    ResetThenPayoutChangeDetector(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public Duration cooldown() {
        return settings.cooldown();
    }

    @Override
    public Finding examine(Moment moment) {
        return moment.event().fold(login -> Finding.QUIET, change -> examine(moment, change));
    }

    private Finding examine(Moment moment, AccountChange payout) {
        if (payout.change() != ChangeType.PAYOUT_CHANGED) {
            return Finding.QUIET;
        }
        AccountChange reset = latestReset(moment.before(), payout);
        if (reset == null || gap(reset, payout).compareTo(settings.window()) > 0) {
            return Finding.QUIET;
        }
        return signal(payout, reset, Circumstances.of(moment, reset, payout, settings));
    }

    private static @Nullable AccountChange latestReset(AccountMemory before, AccountChange payout) {
        AccountChange latest = null;
        for (AccountChange change : before.changes()) {
            boolean isEarlier = AccountEvent.TIMELINE_ORDER.compare(change, payout) < 0;
            latest = isEarlier && change.change() == ChangeType.PASSWORD_RESET ? change : latest;
        }
        return latest;
    }

    private static Duration gap(AccountChange reset, AccountChange payout) {
        return Duration.between(reset.occurredAt(), payout.occurredAt());
    }

    private Signal signal(AccountChange payout, AccountChange reset, Circumstances circumstances) {
        Duration gap = gap(reset, payout);
        Severity severity = circumstances.weigh(tier(gap));
        Instant holdUntil =
                severity.isAtLeast(Severity.MEDIUM) ? payout.occurredAt().plus(settings.hold()) : null;
        Facts facts = new Facts()
                .put("reset_at", reset.occurredAt())
                .put("payout_change_at", payout.occurredAt())
                .put("gap", Facts.span(gap))
                .put("threshold", Facts.span(settings.window()))
                .put("reset_by", reset.initiator())
                .put("payout_change_by", payout.initiator());
        circumstances.describe(facts);
        return new Signal(
                PROFILE.id(),
                severity,
                circumstances.confidence(),
                reset.eventId(),
                List.of(Evidence.of(reset, "password reset"), Evidence.of(payout, "payout destination changed")),
                facts.put("ip", payout.source().ip()).map(),
                holdUntil);
    }

    private Severity tier(Duration gap) {
        if (gap.compareTo(settings.criticalWithin()) <= 0) {
            return Severity.CRITICAL;
        }
        return gap.compareTo(settings.highWithin()) <= 0 ? Severity.HIGH : Severity.MEDIUM;
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.MEDIUM) ? Action.HOLD_PAYOUT : Action.NOTIFY_OWNER;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        boolean byStaff = isStaff(facts.get("reset_by")) || isStaff(facts.get("payout_change_by"));
        String summary = "Password reset by %s at %s, payout destination changed by %s %s later. Threshold: %s."
                + " Reset from %s, change from %s; destination %s, MFA %s, open alert: %s.%s";
        return new Wording(
                byStaff
                        ? "Payout change after a password reset, with staff involved"
                        : "Payout change shortly after a password reset",
                summary.formatted(
                        facts.get("reset_by"),
                        facts.get("reset_at"),
                        facts.get("payout_change_by"),
                        facts.get("gap"),
                        facts.get("threshold"),
                        facts.get("reset_device"),
                        facts.get("payout_device"),
                        facts.get("destination"),
                        facts.get("mfa"),
                        facts.get("open_alert"),
                        facts.containsKey("capped") ? " Capped: device and network are long known." : ""),
                "Your password was reset, and soon after that the bank account for your payouts was changed."
                        + " If you did not do both, contact us now; we can hold the payout.");
    }

    private static boolean isStaff(@Nullable String initiator) {
        return "SUPPORT".equals(initiator) || "ADMIN".equals(initiator);
    }
}
