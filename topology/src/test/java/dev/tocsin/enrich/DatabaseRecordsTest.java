package dev.tocsin.enrich;

import static dev.tocsin.enrich.TestDatabases.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records as they come, odd ones included. */
class DatabaseRecordsTest {
    @Test
    void name_of_a_city_is_the_english_one() {
        AddressInfo info = said(
                DatabaseKind.CITY,
                Map.of(
                        "country",
                        Map.of("iso_code", "de"),
                        "city",
                        Map.of("names", Map.of("de", "München", "en", "Munich"))));

        assertThat(info).isEqualTo(new AddressInfo("DE", "Munich", null, 0, 0, Network.UNKNOWN));
    }

    @Test
    void country_of_registration_or_of_an_army_is_no_place() {
        assertThat(said(
                        DatabaseKind.CITY,
                        Map.of(
                                "registered_country",
                                Map.of("iso_code", "DE"),
                                "represented_country",
                                Map.of("iso_code", "US"))))
                .isEqualTo(AddressInfo.UNKNOWN);
    }

    @Test
    void numbers_of_any_type_are_numbers() {
        AddressInfo flat = said(DatabaseKind.CITY, Map.of("latitude", 59.91f, "longitude", 11));
        AddressInfo nested = said(
                DatabaseKind.CITY,
                Map.of("location", Map.of("latitude", 1, "longitude", 2.0, "accuracy_radius", 1_000_000)));

        assertThat(flat.position()).isEqualTo(new GeoPoint(5991, 1100));
        assertThat(nested.position()).isEqualTo(new GeoPoint(100, 200));
        assertThat(nested.radiusKm()).isEqualTo(20_038);
    }

    static List<Map<String, ?>> oddPlaces() {
        return List.of(
                Map.of(),
                Map.of("country", "DE"),
                Map.of("country", Map.of("iso_code", 276)),
                Map.of("country", Map.of("iso_code", "DEU")),
                Map.of("country_code", "  "),
                Map.of("country_code", "-"),
                Map.of("city", Map.of("names", "Berlin")),
                Map.of("city", Map.of("names", Map.of("de", "Köln"))),
                Map.of("location", List.of(1, 2)),
                Map.of("location", Map.of("latitude", 91.0, "longitude", 0.0)),
                Map.of("location", Map.of("latitude", "59", "longitude", "10")),
                Map.of("latitude", Double.NaN, "longitude", 1.0),
                Map.of("latitude", 1.0, "longitude", Double.POSITIVE_INFINITY),
                Map.of("latitude", 1.0));
    }

    @ParameterizedTest
    @MethodSource("oddPlaces")
    void odd_place_is_no_place(Map<String, ?> fields) {
        assertThat(said(DatabaseKind.CITY, fields)).isEqualTo(AddressInfo.UNKNOWN);
    }

    @Test
    void odd_radius_is_unknown() {
        assertThat(said(
                                DatabaseKind.CITY,
                                Map.of("location", Map.of("latitude", 1, "longitude", 2, "accuracy_radius", -5)))
                        .radiusKm())
                .isZero();
    }

    @Test
    void autonomous_system_has_at_most_32_bits() {
        assertThat(said(DatabaseKind.ASN, Map.of("autonomous_system_number", 4_294_967_295L))
                        .asn())
                .isEqualTo(4_294_967_295L);
        for (Object odd : List.of(0, -1, 4_294_967_296L, "AS1", Map.of())) {
            assertThat(said(DatabaseKind.ASN, Map.of("autonomous_system_number", odd)))
                    .isEqualTo(AddressInfo.UNKNOWN);
        }
    }

    @Test
    void named_vpn_wins_over_hosting_and_hosting_over_a_proxy() {
        assertThat(network("is_hosting_provider", "is_anonymous_vpn")).isEqualTo(Network.VPN);
        assertThat(network("is_hosting_provider", "is_public_proxy")).isEqualTo(Network.HOSTING);
        assertThat(network("is_residential_proxy")).isEqualTo(Network.VPN);
        assertThat(network("is_anonymous")).isEqualTo(Network.VPN);
        assertThat(said(DatabaseKind.ANONYMOUS_IP, Map.of("is_tor_exit_node", false, "is_anonymous", "yes")))
                .isEqualTo(AddressInfo.UNKNOWN);
    }

    private static Network network(String... flags) {
        Map<String, Boolean> fields = new HashMap<>();
        for (String flag : flags) {
            fields.put(flag, true);
        }
        return said(DatabaseKind.ANONYMOUS_IP, fields).network();
    }
}
