package dev.tocsin.detection;

import static dev.tocsin.detection.Drill.STRANGER;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Landmark;
import dev.tocsin.account.Mark;
import dev.tocsin.account.Mfa;
import dev.tocsin.account.Source;
import java.time.Duration;
import java.util.List;

/**
 * A change of where the money goes from a device, a network or a country that the account was first seen with in the last
 * days.
 *
 * <p>Works because a thief comes with things of his own, and for the money. It looks at the source of the change
 * itself: a new phone in the pocket does not matter when the change comes from the old laptop. A device that never
 * logged in counts too, a network or country that never did does not. Blind to a thief on the owner's device; networks
 * whose exits wander (mobile, relay, VPN, satellite) do not count as new places.
 */
final class NewDeviceThenPayout {
    /** The catalogue's S7: HIGH up to 72 h; Google asks that a device be known for 7 d before sensitive actions. */
    static final SequenceSettings.Tiered DEFAULTS = new SequenceSettings.Tiered(
            Duration.ofDays(3),
            Duration.ZERO,
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofDays(3),
            Duration.ofMinutes(10),
            Duration.ZERO);

    static final Sequence SEQUENCE = new Sequence(
            Sequence.profile("new-device-then-payout", "T1657").leaving(Mark.Trail.SEQUENCE),
            Sequence.PAYOUT,
            NewDeviceThenPayout::trace,
            drill -> drill.login(STRANGER)
                    .later(Duration.ofMillis(1))
                    .change(ChangeType.PAYOUT_CHANGED, STRANGER, 31, 32),
            new Sequence.Words(
                    "Payout change from a new device or place",
                    "The bank account for your payouts was changed from a device or place that is new to your account."
                            + " If that was not you, contact us now; we can hold the payout.",
                    Action.HOLD_PAYOUT));

    private NewDeviceThenPayout() {}

    private static Trace trace(Completion completion) {
        Source source = completion.change().source();
        List<Landmark> novelties = completion.landmarks(Landmark::isNovel);
        boolean isSourceTold =
                source.device() != Hash64.NONE || source.asn() != Source.NO_ASN || source.country() != null;
        if (!isSourceTold) {
            return novelties.isEmpty() ? told(completion, "not given", Trace.NONE) : Trace.notEvaluable("no-source");
        }
        if (isNeverSeen(completion)) {
            return weighed(completion, told(completion, "a device never seen", Trace.of(firstOfDevice(completion))));
        }
        for (int i = novelties.size() - 1; i >= 0; i--) {
            Landmark novelty = novelties.get(i);
            if (isSameNovelty(novelty, source)) {
                return weighed(completion, told(completion, "new with a login", Trace.of(novelty.login())));
            }
        }
        return told(completion, "nothing new", Trace.NONE);
    }

    private static Trace told(Completion completion, String seen, Trace trace) {
        completion
                .look()
                .sees(
                        "device, network, country",
                        () -> seen,
                        () -> "one of them new, " + completion.window() + " before",
                        trace.found());
        return trace;
    }

    /** Not even by a login: newer than any login could say. */
    private static boolean isNeverSeen(Completion completion) {
        AccountMemory before = completion.before();
        long at = completion.moment().atMillis();
        long device = completion.change().source().device();
        return !before.isYoungerThan(AccountMemory.FOUNDING, at)
                && before.devices().isNew(device, at)
                && !isAgentOfKnownDevice(before, device, at);
    }

    /** A change without a device's id, by the browser family of a device whose logins brought one. */
    private static boolean isAgentOfKnownDevice(AccountMemory before, long device, long at) {
        return before.devices().knowsAny(at, known -> known.agent() == (int) device);
    }

    /** The first payout change from the device is the story; another one after it is told of the same incident. */
    private static List<AccountChange> firstOfDevice(Completion completion) {
        long device = completion.change().source().device();
        return completion.earlier(Sequence.PAYOUT).stream()
                .filter(earlier -> earlier.source().device() == device)
                .limit(1)
                .toList();
    }

    private static boolean isSameNovelty(Landmark novelty, Source source) {
        Source seen = novelty.login().source();
        return (novelty.newDevice() && seen.device() == source.device())
                || (novelty.newNetwork() && seen.asn() == source.asn())
                || (novelty.newCountry() && seen.countryKey() == source.countryKey());
    }

    /** One step less with MFA at the change, as the catalogue has it, and one less on a device that was there before. */
    private static Trace weighed(Completion completion, Trace trace) {
        boolean withMfa = completion.change().mfa() == Mfa.PASSED;
        boolean onOldDevice = !trace.events().isEmpty()
                && completion.isFromOwnersDevice(trace.events().get(0));
        return trace.moved((withMfa && !onOldDevice ? -1 : 0) + (onOldDevice ? -1 : 0));
    }
}
