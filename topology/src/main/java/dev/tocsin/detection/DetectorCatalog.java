package dev.tocsin.detection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every detector there is, one line each, sorted by id. */
public final class DetectorCatalog {
    private static final List<Item<?>> ITEMS = List.of(
            new Item<>(
                    ImpossibleTravelDetector.PROFILE, ImpossibleTravelDetector.DEFAULTS, ImpossibleTravelDetector::new),
            new Item<>(
                    LoginVelocitySpikeDetector.PROFILE,
                    LoginVelocitySpikeDetector.DEFAULTS,
                    LoginVelocitySpikeDetector::new),
            new Item<>(NewCityDetector.PROFILE, NewCityDetector.DEFAULTS, NewCityDetector::new),
            new Item<>(NewCountryDetector.PROFILE, NewCountryDetector.DEFAULTS, NewCountryDetector::new),
            new Item<>(
                    ResetThenPayoutChangeDetector.PROFILE,
                    ResetThenPayoutChangeDetector.DEFAULTS,
                    ResetThenPayoutChangeDetector::new));

    private DetectorCatalog() {}

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
