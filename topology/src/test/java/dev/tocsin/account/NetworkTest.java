package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "RESIDENTIAL, true,  false, false, false",
        "BUSINESS,    true,  false, false, false",
        "UNKNOWN,     true,  false, false, false",
        "MOBILE,      false, true,  false, false",
        "VPN,         false, true,  false, true",
        "RELAY,       false, true,  false, true",
        "SATELLITE,   false, true,  false, true",
        "HOSTING,     false, false, true,  true",
        "TOR,         false, false, true,  true",
    })
    void class_of_network_decides_about_position_weight_and_trust(
            Network network, boolean locates, boolean wanders, boolean suspicious, boolean hides) {
        assertThat(network.locatesItsUser()).isEqualTo(locates);
        assertThat(network.wanders()).isEqualTo(wanders);
        assertThat(network.isSuspicious()).isEqualTo(suspicious);
        assertThat(network.hidesItsUser()).isEqualTo(hides);
    }

    /** These numbers are in states: a test that must be changed for a new release is a state that cannot be read. */
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, 0",
        "RESIDENTIAL, 1",
        "MOBILE, 2",
        "BUSINESS, 3",
        "HOSTING, 4",
        "VPN, 5",
        "RELAY, 6",
        "TOR, 7",
        "SATELLITE, 8"
    })
    void key_is_remembered_and_never_changes(Network network, long key) {
        assertThat(network.key()).isEqualTo(key);
    }
}
