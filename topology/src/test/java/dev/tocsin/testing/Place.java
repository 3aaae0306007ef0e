package dev.tocsin.testing;

import dev.tocsin.account.GeoPoint;

/** Real places to log in from. */
public enum Place {
    OSLO("NO", "Oslo", 59.91, 10.75, "84.208.20.10", 2119),
    DRAMMEN("NO", "Drammen", 59.74, 10.20, "84.208.90.10", 2119),
    BERGEN("NO", "Bergen", 60.39, 5.32, "88.89.10.7", 2116),
    TROMSO("NO", "Tromso", 69.65, 18.96, "88.91.30.7", 29695),
    STOCKHOLM("SE", "Stockholm", 59.33, 18.07, "78.64.5.7", 3301),
    BERLIN("DE", "Berlin", 52.52, 13.40, "91.64.7.7", 31334),
    LAGOS("NG", "Lagos", 6.45, 3.39, "105.112.4.7", 37148),
    NEW_YORK("US", "New York", 40.71, -74.01, "98.116.5.7", 701);

    final String country;
    final String city;
    private final double latitude;
    private final double longitude;
    final String ip;
    final long asn;

    Place(String country, String city, double latitude, double longitude, String ip, long asn) {
        this.country = country;
        this.city = city;
        this.latitude = latitude;
        this.longitude = longitude;
        this.ip = ip;
        this.asn = asn;
    }

    GeoPoint position() {
        return GeoPoint.ofDegrees(latitude, longitude);
    }
}
