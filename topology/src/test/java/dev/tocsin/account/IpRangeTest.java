package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpRangeTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.0, 24, 203.0.113.0, true",
        "203.0.113.0, 24, 203.0.113.255, true",
        "203.0.113.0, 24, 203.0.112.255, false",
        "203.0.113.0, 24, 203.0.114.0, false",
        "203.0.113.7, 32, 203.0.113.7, true",
        "203.0.113.7, 32, 203.0.113.6, false",
        "10.0.0.0, 8, 10.255.255.255, true",
        "128.0.0.0, 1, 255.255.255.255, true",
        "128.0.0.0, 1, 127.255.255.255, false",
        "0.0.0.0, 0, 8.8.8.8, true",
        "0.0.0.0, 0, 2001:db8::1, false",
        "2001:db8::, 32, 2001:db8:ffff::1, true",
        "2001:db8::, 32, 2001:db9::1, false",
        "2001:db8:1:2::, 64, 2001:db8:1:2:ffff::1, true",
        "2001:db8:1:2::, 64, 2001:db8:1:3::1, false",
        "2001:db8::8000:0:0:0, 65, 2001:db8::ffff:0:0:1, true",
        "2001:db8::8000:0:0:0, 65, 2001:db8::7fff:0:0:1, false",
        "2001:db8::1, 128, 2001:db8::1, true",
        "2001:db8::1, 128, 2001:db8::2, false",
        "::, 0, 2001:db8::1, true",
        "::, 0, 203.0.113.7, false"
    })
    void range_holds_what_begins_alike(String first, int prefix, String address, boolean inside) {
        assertThat(new IpRange(ip(first), prefix).contains(ip(address))).isEqualTo(inside);
    }

    @Test
    void bits_beyond_the_prefix_are_refused_with_the_network_that_was_meant() {
        assertThatThrownBy(() -> new IpRange(ip("203.0.113.7"), 24))
                .hasMessage("the address has bits beyond the prefix; the network is 203.0.113.0/24");
        assertThatThrownBy(() -> new IpRange(ip("2001:db8::1"), 64))
                .hasMessage("the address has bits beyond the prefix; the network is 2001:db8:0:0:0:0:0:0/64");
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 33, 32", "203.0.113.7, -1, 32", "2001:db8::1, 129, 128"})
    void prefix_that_is_no_prefix_is_refused(String address, int prefix, int longest) {
        assertThatThrownBy(() -> new IpRange(ip(address), prefix))
                .hasMessage("the prefix must be between 0 and " + longest);
    }

    private static IpAddress ip(String text) {
        return IpAddress.ofBytes(InetAddresses.forString(text).getAddress());
    }
}
