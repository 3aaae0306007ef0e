package dev.tocsin.loadtest.market;

import dev.tocsin.loadtest.traffic.City;
import java.util.List;

/**
 * An account about to be visited, and what went before.
 *
 * @param isRegular whether the owner comes at the same hour, often
 */
record Victim(Customer customer, long at, Past past, boolean isRegular) {
    /** A detector's 90 days, and the days by which a visit may follow another. */
    private static final long DORMANT = 100 * Curve.DAY;

    /** Far enough that no address database takes one for the other. */
    private static final double OTHER_CITY_KM = 180;

    boolean isSeller() {
        return customer.isSeller();
    }

    /** The owner is never asked for a second factor. */
    boolean hasPasswordOnly() {
        return !customer.usesMfa();
    }

    boolean isSellerWithPasswordOnly() {
        return isSeller() && hasPasswordOnly();
    }

    boolean isDormant() {
        return !isRegular && at - past.last() > DORMANT;
    }

    List<City> otherCitiesInCountry() {
        City home = customer.city();
        return Places.CITIES.stream()
                .filter(city -> !city.isAbroadFrom(home) && city.kmTo(home) > OTHER_CITY_KM)
                .toList();
    }

    boolean hasOtherCityInCountry() {
        return !otherCitiesInCountry().isEmpty();
    }
}
