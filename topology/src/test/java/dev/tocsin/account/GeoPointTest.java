package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoPointTest {
    @ParameterizedTest
    @CsvSource({
        "Oslo–Bergen, 59.91, 10.75, 60.39, 5.32, 305",
        "London–Paris, 51.51, -0.13, 48.86, 2.35, 344",
        "New York–London, 40.71, -74.01, 51.51, -0.13, 5570",
        "Sydney–Santiago, -33.87, 151.21, -33.45, -70.67, 11340",
        "Tokyo–San Francisco, 35.68, 139.69, 37.77, -122.42, 8270",
        "Quito–Kampala, -0.18, -78.47, 0.35, 32.58, 12345",
    })
    void known_city_pair_is_as_far_apart_as_in_an_atlas(
            String name, double lat1, double lon1, double lat2, double lon2, double km) {
        GeoPoint one = GeoPoint.ofDegrees(lat1, lon1);
        GeoPoint other = GeoPoint.ofDegrees(lat2, lon2);

        assertThat(one.distanceKm(other)).as(name).isCloseTo(km, within(km * 0.005));
        assertThat(other.distanceKm(one)).isEqualTo(one.distanceKm(other));
    }

    @Test
    void same_place_is_no_distance_away() {
        assertThat(GeoPoint.ofDegrees(59.91, 10.75).distanceKm(GeoPoint.ofDegrees(59.91, 10.75)))
                .isZero();
    }

    @Test
    void neighbours_across_the_antimeridian_are_near() {
        assertThat(GeoPoint.ofDegrees(0, 179.9).distanceKm(GeoPoint.ofDegrees(0, -179.9)))
                .isCloseTo(22.2, within(0.1));
        assertThat(GeoPoint.ofDegrees(-17, 180).distanceKm(GeoPoint.ofDegrees(-17, -180)))
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void longitude_means_nothing_at_a_pole() {
        GeoPoint pole = GeoPoint.ofDegrees(90, 0);

        assertThat(pole.distanceKm(GeoPoint.ofDegrees(90, 123))).isCloseTo(0, within(1e-6));
        assertThat(pole.distanceKm(GeoPoint.ofDegrees(-90, -45))).isCloseTo(20_015, within(1.0));
    }

    @Test
    void antipodes_are_half_the_circumference_apart() {
        assertThat(GeoPoint.ofDegrees(40.42, -3.7).distanceKm(GeoPoint.ofDegrees(-40.42, 176.3)))
                .isCloseTo(20_015, within(1.0));
    }

    @Test
    void position_is_kept_to_the_nearest_hundredth_of_a_degree() {
        assertThat(GeoPoint.ofDegrees(59.9139, 10.7522)).isEqualTo(new GeoPoint(5991, 1075));
        assertThat(GeoPoint.ofDegrees(-33.4489, -70.6693)).isEqualTo(new GeoPoint(-3345, -7067));
    }

    @Test
    void grid_is_less_than_a_kilometre_off() {
        assertThat(new GeoPoint(0, 0).distanceKm(new GeoPoint(1, 1)) / 2).isLessThan(0.8);
    }

    @ParameterizedTest
    @CsvSource({"90, 180", "-90, -180", "90, -180", "0, 0"})
    void edges_of_the_map_are_places(double latitude, double longitude) {
        assertThat(GeoPoint.ofDegrees(latitude, longitude)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "90.01, 0",
        "-90.01, 0",
        "0, 180.01",
        "0, -180.01",
        "NaN, 0",
        "0, NaN",
        "Infinity, 0",
        "0, -Infinity",
    })
    void position_off_the_map_is_refused(double latitude, double longitude) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeoPoint.ofDegrees(latitude, longitude))
                .withMessageStartingWith("not a place on Earth");
    }

    @ParameterizedTest
    @CsvSource({"9001, 0", "-9001, 0", "0, 18001", "0, -18001"})
    void grid_point_off_the_map_is_refused(int latitude, int longitude) {
        assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(latitude, longitude));
    }

    @Test
    void radii_are_taken_off_the_distance_and_nothing_is_left_when_they_overlap() {
        GeoPoint oslo = GeoPoint.ofDegrees(59.91, 10.75);
        GeoPoint bergen = GeoPoint.ofDegrees(60.39, 5.32);

        assertThat(oslo.surelyKm(bergen, 100)).isCloseTo(205, within(2.0));
        assertThat(oslo.surelyKm(bergen, 400)).isZero();
    }
}
