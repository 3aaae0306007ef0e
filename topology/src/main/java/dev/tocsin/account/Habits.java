package dev.tocsin.account;

/**
 * What an account is used with: where from, through which networks, on which devices, at which time of the day.
 *
 * @param networkKinds the kinds of network that it used, by {@link Network#key()}
 */
public record Habits(
        KnownSet countries,
        KnownSet cities,
        KnownSet networks,
        KnownSet devices,
        KnownSet networkKinds,
        HourProfile hours) {
    public static final Habits EMPTY = new Habits(
            KnownSet.EMPTY, KnownSet.EMPTY, KnownSet.EMPTY, KnownSet.EMPTY, KnownSet.EMPTY, HourProfile.EMPTY);

    /**
     * The habits after a successful login.
     *
     * @param proven a second factor was passed, and not by wearing the owner down
     * @param founding the account is new to us, so what is seen is as good as what was seen
     */
    Habits after(Login login, boolean proven, boolean founding, Sighting.Alarm alarm) {
        Source source = login.source();
        boolean mayBeFirst = !source.network().hidesItsUser();
        Sighting bare = new Sighting(
                Day.of(login.atMillis()), proven, mayBeFirst, mayBeFirst && founding, alarm, null, 0, Source.NO_AGENT);
        return new Habits(
                seen(countries, source.countryKey(), bare),
                seen(cities, source.cityKey(), bare.of(source.position(), source.radiusKm())),
                seen(networks, source.asn(), bare),
                seen(devices, source.device(), bare.ofDevice(founding, source.agent())),
                seen(networkKinds, source.network().key(), bare),
                hours.after(login.atMillis()));
    }

    /**
     * The same after so many days of silence: what nobody could be seen with does not expire. When an anonymous network was
     * used last stays as it was; that is asked for by the calendar.
     */
    Habits afterSilence(int days) {
        return new Habits(
                countries.later(days),
                cities.later(days),
                networks.later(days),
                devices.later(days),
                networkKinds,
                hours);
    }

    private static KnownSet seen(KnownSet set, long key, Sighting at) {
        return key == 0 ? set : set.seen(key, at);
    }

    /** True when the device is new to an account that has others. */
    boolean isNewDevice(Login login) {
        return devices.isNew(login.source().device(), login.atMillis());
    }

    /** True when the network is new, and of a kind that one stays with. */
    boolean isNewNetwork(Login login) {
        Source source = login.source();
        return !source.network().wanders() && networks.isNew(source.asn(), login.atMillis());
    }

    /** True when the country is new, and the network's exit is where its user is. */
    boolean isNewCountry(Login login) {
        Source source = login.source();
        return !source.network().wanders() && countries.isNew(source.countryKey(), login.atMillis());
    }

    /** True when the source's city is known or, where none is given, its country. */
    boolean isPlaceKnown(Source source, long atMillis) {
        return source.cityKey() == 0
                ? countries.isKnown(source.countryKey(), atMillis)
                : cities.isKnown(source.cityKey(), atMillis);
    }
}
