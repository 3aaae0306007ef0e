package dev.tocsin.loadtest.traffic;

import dev.tocsin.account.GeoPoint;
import java.util.List;

/**
 * A city that people live in, and networks have their exits in.
 *
 * @param index its place in the {@link Atlas}
 * @param weight how many people live there, compared with the others
 * @param hoursEast of UTC, without summer time
 * @param homeAsns of the providers that homes have there
 */
public record City(
        int index,
        String name,
        String country,
        String region,
        double latitude,
        double longitude,
        int weight,
        int hoursEast,
        List<Long> homeAsns,
        long mobileAsn) {
    public double kmTo(City other) {
        return point().distanceKm(other.point());
    }

    public boolean isAbroadFrom(City other) {
        return !country.equals(other.country);
    }

    private GeoPoint point() {
        return GeoPoint.ofDegrees(latitude, longitude);
    }
}
