package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Mark;
import dev.tocsin.account.Mfa;
import dev.tocsin.account.MfaPass;
import dev.tocsin.account.Source;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against the owner when a payout destination changes after another change: the catalogue's common
 * modifiers for payout steps, and its cap.
 */
record Circumstances(
        boolean destinationUsedBefore,
        boolean mfaFromKnownDevice,
        boolean highAlertOpen,
        boolean staffInvolved,
        boolean longKnown,
        String firstDevice,
        String payoutDevice,
        String firstPlace,
        String payoutPlace,
        @Nullable Long distanceKm) {

    static Circumstances of(
            Moment moment, AccountChange first, AccountChange payout, ResetThenPayoutChangeDetector.Settings settings) {
        AccountMemory before = moment.before();
        long days = settings.longKnown().toDays();
        boolean longKnown = isLongKnown(before, first, days)
                && isLongKnown(before, payout, days)
                && !before.hasOpenAlert(moment.atMillis(), Mark.LOW);
        return new Circumstances(
                // when late, the memory already holds this very change, so it says nothing about earlier use
                !moment.late() && before.destinations().contains(payout.newValue()),
                hasFreshMfa(before, payout, settings.mfaWithin().toMillis()),
                before.hasOpenAlert(moment.atMillis(), Mark.HIGH),
                first.initiator().isStaff() || payout.initiator().isStaff(),
                longKnown,
                deviceWords(before.devices(), first),
                deviceWords(before.devices(), payout),
                first.source().place(),
                payout.source().place(),
                distanceKm(first.source(), payout.source()));
    }

    private static boolean isLongKnown(AccountMemory before, AccountChange change, long days) {
        Source source = change.source();
        return source.device() != Hash64.NONE
                && source.asn() != Source.NO_ASN
                && before.devices().isKnownForDays(source.device(), change.atMillis(), days)
                && before.networks().isKnown(source.asn(), change.atMillis());
    }

    private static boolean hasFreshMfa(AccountMemory before, AccountChange payout, long withinMillis) {
        long device = payout.source().device();
        boolean deviceKnown = before.devices().isKnown(device, payout.atMillis());
        if (payout.mfa() == Mfa.PASSED) {
            return deviceKnown;
        }
        MfaPass last = before.lastMfa();
        return last != null
                && (deviceKnown || device == Hash64.NONE) // the owner's login must not speak for a stranger's device
                && last.atMillis() <= payout.atMillis()
                && payout.atMillis() - last.atMillis() <= withinMillis
                && before.devices().isKnown(last.device(), payout.atMillis());
    }

    private static String deviceWords(KnownSet devices, AccountChange change) {
        long device = change.source().device();
        if (device == Hash64.NONE) {
            return "a device not given";
        }
        return switch (devices.trust(device, change.atMillis())) {
            case UNSEEN -> "an unseen device";
            case PROBATION -> "a device on probation";
            case KNOWN -> "a known device";
        };
    }

    private static @Nullable Long distanceKm(Source one, Source other) {
        GeoPoint here = one.position();
        GeoPoint there = other.position();
        return here == null || there == null ? null : Math.round(here.distanceKm(there));
    }

    /** A tier with the modifiers applied: destination in use before -2, fresh MFA -1, staff -1, open HIGH alert +1. */
    Severity weigh(Severity tier) {
        int steps = (destinationUsedBefore ? -2 : 0)
                + (mfaFromKnownDevice ? -1 : 0)
                + (staffInvolved ? -1 : 0)
                + (highAlertOpen ? 1 : 0);
        Severity moved = tier.moved(steps);
        return longKnown ? Severity.min(moved, Severity.MEDIUM) : moved;
    }

    int confidence() {
        int confidence = 80
                - (destinationUsedBefore ? 25 : 0)
                - (mfaFromKnownDevice ? 15 : 0)
                - (longKnown ? 25 : 0)
                + (highAlertOpen ? 15 : 0);
        return Math.max(5, confidence);
    }

    void describe(Facts facts) {
        facts.put("reset_device", firstDevice)
                .put("payout_device", payoutDevice)
                .put("reset_place", firstPlace)
                .put("payout_place", payoutPlace)
                .put("distance_km", distanceKm)
                .put("destination", destinationUsedBefore ? "in use before" : "not in use before")
                .put("mfa", mfaFromKnownDevice ? "passed on a known device" : "none from a known device")
                .put("open_alert", highAlertOpen ? "yes" : "no")
                .put("capped", longKnown ? "MEDIUM" : null);
    }
}
