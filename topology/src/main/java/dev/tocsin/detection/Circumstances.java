package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Day;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Known;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Mark;
import dev.tocsin.account.Mfa;
import dev.tocsin.account.MfaPass;
import dev.tocsin.account.Source;
import dev.tocsin.account.Trust;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against the owner when a change completes a sequence: the catalogue's common modifiers for payout
 * steps, and its cap.
 *
 * @param destination where the money goes, in words; null when no money moves
 * @param storyByAlert an alert tells the story, so that open alerts do not count again
 * @param staff who of the platform's people acted, null when none did
 */
record Circumstances(
        boolean destinationUsedBefore,
        @Nullable String destination,
        boolean mfaFromOwnersDevice,
        boolean storyByAlert,
        boolean highAlertOpen,
        @Nullable Initiator staff,
        boolean longKnown,
        @Nullable String firstDevice,
        String thenDevice,
        @Nullable Integer deviceAgeDays,
        @Nullable Long distanceKm) {

    static Circumstances of(Completion completion, Trace trace, AccountEvent first) {
        AccountChange change = completion.change();
        List<Mark> open = completion.openAlerts(first);
        boolean isReturn = isReturn(trace.events(), change);
        boolean usedBefore = !isReturn && isDestinationUsedBefore(completion);
        boolean isAlone = trace.events().isEmpty();
        return new Circumstances(
                usedBefore,
                isReturn ? "the one that was left" : destinationWords(change, usedBefore),
                hasFreshMfa(completion, first),
                trace.severity() != null,
                trace.severity() == null && open.stream().anyMatch(mark -> mark.rank() >= Mark.HIGH),
                staff(trace.events(), change),
                isLongKnown(completion, first)
                        && isLongKnown(completion, change)
                        && open.stream().noneMatch(Circumstances::liftsCap),
                isAlone ? null : deviceWords(completion, first, first),
                deviceWords(completion, change, first),
                deviceAgeDays(completion),
                isAlone ? null : distanceKm(first.source(), change.source()));
    }

    /** Any novelty, volume or severe sequence; a mild one is what a cap made of it, and nothing new. */
    private static boolean liftsCap(Mark mark) {
        return mark.rank() >= (mark.trail() == Mark.Trail.SEQUENCE ? Mark.HIGH : Mark.LOW);
    }

    private static boolean isDestinationUsedBefore(Completion completion) {
        AccountChange change = completion.change();
        // when late, the memory already holds this very change, so it says nothing about earlier use
        return Sequence.MONEY.contains(change.change())
                && !completion.moment().late()
                && completion.before().destinations().contains(change.newValue())
                && !isPayoutOfRecentChange(completion);
    }

    /** The money goes where it was only just directed to: no earlier use. */
    private static boolean isPayoutOfRecentChange(Completion completion) {
        return completion.change().change() == ChangeType.PAYOUT_REQUESTED
                && completion.before().changes().stream()
                        .anyMatch(one -> one.change() == ChangeType.PAYOUT_CHANGED
                                && one.newValue() == completion.change().newValue());
    }

    /** The money goes back to where the story itself took it from: that it was used before is the story. */
    private static boolean isReturn(List<AccountEvent> events, AccountChange change) {
        return events.stream()
                .anyMatch(event -> event.fold(
                        login -> false,
                        earlier -> earlier.change() == ChangeType.PAYOUT_CHANGED
                                && earlier.oldValue() != Hash64.NONE
                                && earlier.oldValue() == change.newValue()));
    }

    private static @Nullable String destinationWords(AccountChange change, boolean usedBefore) {
        if (!Sequence.MONEY.contains(change.change())) {
            return null;
        }
        if (change.newValue() == Hash64.NONE) {
            return "not given";
        }
        return usedBefore ? "in use before" : "not in use before";
    }

    private static @Nullable Initiator staff(List<AccountEvent> events, AccountChange change) {
        return Stream.concat(Stream.of(change), events.stream())
                .map(event -> event.fold(login -> Initiator.OWNER, AccountChange::initiator))
                .filter(Initiator::isStaff)
                .findFirst()
                .orElse(null);
    }

    private static boolean isLongKnown(Completion completion, AccountEvent event) {
        Source source = event.source();
        long days = completion.settings().longKnown().toDays();
        return !completion.settings().longKnown().isZero()
                && source.device() != Hash64.NONE
                && source.asn() != Source.NO_ASN
                && completion.before().devices().isKnownForDays(source.device(), event.atMillis(), days)
                && completion.before().networks().isKnown(source.asn(), event.atMillis());
    }

    /**
     * MFA with the change, or in a login shortly before. It speaks for the owner only on a device that was known before the
     * story began: a thief's own factor, just enrolled, makes the thief's device known at once.
     */
    static boolean hasFreshMfa(Completion completion, AccountEvent first) {
        AccountChange change = completion.change();
        if (change.mfa() == Mfa.PASSED) {
            return completion.isFromOwnersDevice(first);
        }
        MfaPass last = completion.before().lastMfa();
        boolean fitsDevice = change.source().device() == Hash64.NONE || completion.isFromOwnersDevice(first);
        return last != null
                && fitsDevice // the owner's login must not speak for a stranger's device
                && last.atMillis() <= change.atMillis()
                && change.atMillis() - last.atMillis()
                        <= completion.settings().mfaWithin().toMillis()
                && completion.before().devices().isKnownSinceBefore(last.device(), change.atMillis(), first.atMillis());
    }

    private static String deviceWords(Completion completion, AccountEvent event, AccountEvent first) {
        KnownSet devices = completion.before().devices();
        long device = event.source().device();
        if (device == Hash64.NONE) {
            return "a device not given";
        }
        return switch (devices.trust(device, event.atMillis())) {
            case UNSEEN -> "an unseen device";
            case PROBATION -> "a device on probation";
            case KNOWN ->
                devices.isKnownSinceBefore(device, event.atMillis(), first.atMillis())
                        ? "a known device"
                        : "a device known only since then";
        };
    }

    /** For how many days the device of the change has been seen, null when it was not. */
    private static @Nullable Integer deviceAgeDays(Completion completion) {
        AccountChange change = completion.change();
        Known device = completion.before().devices().find(change.source().device());
        int day = Day.of(change.atMillis());
        return device == null || device.trustOn(day) == Trust.UNSEEN ? null : day - device.firstDay();
    }

    private static @Nullable Long distanceKm(Source one, Source other) {
        GeoPoint here = one.position();
        GeoPoint there = other.position();
        return here == null || there == null ? null : Math.round(here.distanceKm(there));
    }

    /** A tier with the modifiers applied: destination in use before -2, fresh MFA -1, staff -1, open HIGH alert +1. */
    Severity weigh(Severity tier) {
        int steps = (destinationUsedBefore ? -2 : 0)
                + (mfaFromOwnersDevice ? -1 : 0)
                + (staff != null ? -1 : 0)
                + (highAlertOpen ? 1 : 0);
        Severity moved = tier.moved(steps);
        return longKnown ? Severity.min(moved, Severity.MEDIUM) : moved;
    }

    int confidence() {
        int confidence = 80
                - (destinationUsedBefore ? 25 : 0)
                - (mfaFromOwnersDevice ? 15 : 0)
                - (longKnown ? 25 : 0)
                + (highAlertOpen ? 15 : 0);
        return Math.max(5, confidence);
    }

    void describe(Facts facts) {
        facts.put("first_device", firstDevice)
                .put("then_device", thenDevice)
                .put("device_age_days", deviceAgeDays)
                .put("distance_km", distanceKm)
                .put("destination", destination)
                .put("mfa", mfaFromOwnersDevice ? "passed on a known device" : "none from a known device")
                .put("open_alert", storyByAlert ? null : highAlertOpen ? "yes" : "no")
                .put("capped", longKnown ? "MEDIUM" : null)
                .put("staff", staff);
    }
}
