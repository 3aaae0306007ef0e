package dev.tocsin.account;

/**
 * A place on Earth in hundredths of a degree (WGS 84).
 *
 * <p>The grid is at most 0.8 km off, far finer than any address database, and keeps a remembered place at a few bytes.
 * Distances use {@link StrictMath}, so that every machine judges alike.
 *
 * @param latitude hundredths of a degree, -9000 to 9000
 * @param longitude hundredths of a degree, -18000 to 18000
 */
public record GeoPoint(int latitude, int longitude) {
    private static final double EARTH_RADIUS_KM = 6371.0088; // IUGG mean radius

    public GeoPoint {
        if (Math.abs(latitude) > 9000 || Math.abs(longitude) > 18000) {
            throw new IllegalArgumentException("not a place on Earth: " + latitude + ", " + longitude);
        }
    }

    /**
     * The grid point nearest to a position.
     *
     * @throws IllegalArgumentException when it is not a place on Earth, or not a number
     */
    public static GeoPoint ofDegrees(double latitude, double longitude) {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not a place on Earth: " + latitude + ", " + longitude);
        }
        return new GeoPoint((int) Math.round(latitude * 100), (int) Math.round(longitude * 100));
    }

    /** Great-circle distance (haversine). */
    public double distanceKm(GeoPoint other) {
        double lat1 = radians(latitude);
        double lat2 = radians(other.latitude);
        double sinLat = StrictMath.sin((lat2 - lat1) / 2);
        double sinLon = StrictMath.sin(radians(other.longitude - longitude) / 2);
        double h = sinLat * sinLat + StrictMath.cos(lat1) * StrictMath.cos(lat2) * sinLon * sinLon;
        return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, StrictMath.sqrt(h)));
    }

    /** The distance that is left when both positions are as far off, towards each other, as their radii allow. */
    public double surelyKm(GeoPoint other, int bothRadiiKm) {
        return Math.max(0, distanceKm(other) - bothRadiiKm);
    }

    private static double radians(int hundredths) {
        return hundredths * (Math.PI / 18000);
    }
}
