package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "RESIDENTIAL, true,  false, false",
        "BUSINESS,    true,  false, false",
        "UNKNOWN,     true,  false, false",
        "MOBILE,      false, true,  false",
        "VPN,         false, true,  false",
        "RELAY,       false, true,  false",
        "SATELLITE,   false, true,  false",
        "HOSTING,     false, false, true",
        "TOR,         false, false, true",
    })
    void class_of_network_decides_about_position_and_weight(
            Network network, boolean locates, boolean wanders, boolean suspicious) {
        assertThat(network.locatesItsUser()).isEqualTo(locates);
        assertThat(network.wanders()).isEqualTo(wanders);
        assertThat(network.isSuspicious()).isEqualTo(suspicious);
    }
}
