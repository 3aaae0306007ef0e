package dev.tocsin.detection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every detector there is, one line each, sorted by id. */
public final class DetectorCatalog {
    private static final List<Item<?>> ITEMS = List.of(
            new Item<>(
                    AnonymousNetworkDetector.PROFILE, AnonymousNetworkDetector.DEFAULTS, AnonymousNetworkDetector::new),
            sequence(BruteThenChange.SEQUENCE, BruteThenChange.DEFAULTS),
            new Item<>(
                    BurstThenSuccessDetector.PROFILE, BurstThenSuccessDetector.DEFAULTS, BurstThenSuccessDetector::new),
            sequence(ContactChangeThenPayout.SEQUENCE, ContactChangeThenPayout.DEFAULTS),
            new Item<>(
                    DormantAwakeningDetector.PROFILE, DormantAwakeningDetector.DEFAULTS, DormantAwakeningDetector::new),
            sequence(DormantThenPayout.SEQUENCE, DormantThenPayout.DEFAULTS),
            sequence(EmailChangeThenReset.SEQUENCE, EmailChangeThenReset.DEFAULTS),
            new Item<>(FailedBurstDetector.PROFILE, FailedBurstDetector.DEFAULTS, FailedBurstDetector::new),
            sequence(FlipBack.SEQUENCE, FlipBack.DEFAULTS),
            new Item<>(
                    ImpossibleTravelDetector.PROFILE, ImpossibleTravelDetector.DEFAULTS, ImpossibleTravelDetector::new),
            new Item<>(
                    LoginVelocitySpikeDetector.PROFILE,
                    LoginVelocitySpikeDetector.DEFAULTS,
                    LoginVelocitySpikeDetector::new),
            sequence(MfaDisabledThenPayout.SEQUENCE, MfaDisabledThenPayout.DEFAULTS),
            sequence(MfaEnrolledThenPayout.SEQUENCE, MfaEnrolledThenPayout.DEFAULTS),
            new Item<>(MfaFatigueDetector.PROFILE, MfaFatigueDetector.DEFAULTS, MfaFatigueDetector::new),
            new Item<>(
                    MfaFatigueAcceptedDetector.PROFILE,
                    MfaFatigueAcceptedDetector.DEFAULTS,
                    MfaFatigueAcceptedDetector::new),
            new Item<>(NewAsnDetector.PROFILE, NewAsnDetector.DEFAULTS, NewAsnDetector::new),
            new Item<>(NewCityDetector.PROFILE, NewCityDetector.DEFAULTS, NewCityDetector::new),
            new Item<>(NewContextDetector.PROFILE, NewContextDetector.DEFAULTS, NewContextDetector::new),
            new Item<>(NewCountryDetector.PROFILE, NewCountryDetector.DEFAULTS, NewCountryDetector::new),
            new Item<>(NewDeviceDetector.PROFILE, NewDeviceDetector.DEFAULTS, NewDeviceDetector::new),
            sequence(NewDeviceThenPayout.SEQUENCE, NewDeviceThenPayout.DEFAULTS),
            sequence(NewLocationThenSensitive.SEQUENCE, NewLocationThenSensitive.DEFAULTS),
            sequence(NotificationsOffThenPayout.SEQUENCE, NotificationsOffThenPayout.DEFAULTS),
            sequence(OwnerLockout.SEQUENCE, OwnerLockout.DEFAULTS),
            sequence(PasswordChangeThenPayout.SEQUENCE, PasswordChangeThenPayout.DEFAULTS),
            sequence(PayoutChangeThenWithdraw.SEQUENCE, PayoutChangeThenWithdraw.DEFAULTS),
            sequence(RecoveryUsed.SEQUENCE, RecoveryUsed.DEFAULTS),
            new Item<>(
                    ResetRequestFloodDetector.PROFILE,
                    ResetRequestFloodDetector.DEFAULTS,
                    ResetRequestFloodDetector::new),
            sequence(ResetThenPayoutChange.SEQUENCE, ResetThenPayoutChange.DEFAULTS),
            new Item<>(
                    SensitiveChangeBurstDetector.PROFILE,
                    SensitiveChangeBurstDetector.DEFAULTS,
                    SensitiveChangeBurstDetector::new),
            new Item<>(SessionReplayDetector.PROFILE, SessionReplayDetector.DEFAULTS, SessionReplayDetector::new),
            new Item<>(
                    UnusualConcurrencyDetector.PROFILE,
                    UnusualConcurrencyDetector.DEFAULTS,
                    UnusualConcurrencyDetector::new),
            new Item<>(UnusualHourDetector.PROFILE, UnusualHourDetector.DEFAULTS, UnusualHourDetector::new));

    private DetectorCatalog() {}

    private static <S extends SequenceSettings> Item<S> sequence(Sequence sequence, S defaults) {
        return new Item<>(sequence.profile(), defaults, sequence::with);
    }

    /**
     * One detector: what it is, how it is tuned, how it is made.
     *
     * @param defaults the shipped settings; each says where its number comes from
     */
    public record Item<S extends DetectorSettings>(Profile profile, S defaults, Function<S, Detector> maker) {
        public String id() {
            return profile.id();
        }

        /**
         * A detector with settings that were read for this item.
         *
         * @throws ClassCastException for settings of another detector
         */
        public Detector withSettings(DetectorSettings settings) {
            return maker.apply(settingsType().cast(settings));
        }

        @SuppressWarnings("unchecked") // the class of an S is a Class<S>
        public Class<S> settingsType() {
            return (Class<S>) defaults.getClass();
        }
    }

    public static List<Item<?>> items() {
        return ITEMS;
    }

    public static Optional<Item<?>> find(String id) {
        return ITEMS.stream().filter(item -> item.id().equals(id)).findFirst();
    }
}
