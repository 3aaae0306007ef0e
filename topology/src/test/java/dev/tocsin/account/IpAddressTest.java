package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("UnstableApiUsage")
class IpAddressTest {
    private static final int[] FIRST = {0, 0, 10, 100, 127, 169, 172, 192, 0xfc, 0xfd, 0xfe, 0xff};

    @ParameterizedTest
    @CsvSource({
        "84.208.20.10, 84.208.20.10",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "::, 0:0:0:0:0:0:0:0",
    })
    void address_reads_as_it_is_written(String text, String expected) {
        assertThat(ip(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"84.208.20.10", "255.255.255.255", "2001:db8::1", "fe80::1", "::"})
    void bytes_make_the_same_address_again(String text) {
        assertThat(IpAddress.ofBytes(ip(text).bytes())).isEqualTo(ip(text));
    }

    @Test
    void mapped_address_is_the_v4_address_it_maps() {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 84, (byte) 208, 20, 10};

        assertThat(IpAddress.ofBytes(mapped)).isEqualTo(ip("84.208.20.10"));
        assertThat(IpAddress.ofBytes(mapped).isV4()).isTrue();
        assertThat(IpAddress.ofBytes(mapped).bytes()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"::1, false", "::, false", "::fffe:0:1, false", "2001:db8::ffff:1.2.3.4, false", "1.2.3.4, true"})
    void address_outside_the_mapped_range_is_not_v4(String text, boolean expected) {
        assertThat(ip(text).isV4()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5, 15, 17})
    void any_other_number_of_bytes_is_refused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpAddress.ofBytes(new byte[length]))
                .withMessageContaining("not " + length);
    }

    @ParameterizedTest
    @CsvSource({
        "84.208.20.10, 84.208.20.255, true",
        "84.208.20.10, 84.208.20.10, true",
        "84.208.20.255, 84.208.21.0, false",
        "84.208.20.10, 85.208.20.10, false",
        "2001:db8:1:2:aaaa::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "::1.2.3.4, 1.2.3.4, false",
    })
    void neighbours_share_a_24_or_a_64(String one, String other, boolean expected) {
        assertThat(ip(one).isNeighbourOf(ip(other))).isEqualTo(expected);
        assertThat(ip(other).isNeighbourOf(ip(one))).isEqualTo(expected);
        assertThat(ip(one).neighbourhood() == ip(other).neighbourhood()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.255.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.1",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.1",
                "0.0.0.0",
                "::1",
                "::",
                "fe80::1",
                "febf::1",
                "fc00::",
                "fdff::1",
            })
    void private_address_says_nothing_about_a_place(String text) {
        assertThat(ip(text).isPrivate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.255.255.255",
                "11.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.0.1",
                "0.0.0.1",
                "::2",
                "fbff::1",
                "fe00::1",
                "2001:db8::1",
            })
    void address_just_outside_a_private_range_is_public(String text) {
        assertThat(ip(text).isPrivate()).isFalse();
    }

    private static IpAddress ip(String text) {
        return IpAddress.ofBytes(InetAddresses.forString(text).getAddress());
    }

    @Test
    void private_addresses_are_those_that_the_jdk_calls_so() throws UnknownHostException {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            if (random.nextInt(4) > 0) { // else nearly nothing but zeros
                random.nextBytes(bytes);
            }
            bytes[0] = (byte) FIRST[random.nextInt(FIRST.length)];
            bytes[1] = (byte) random.nextInt(256);
            bytes[bytes.length - 1] = (byte) random.nextInt(3);
            InetAddress jdk = InetAddress.getByAddress(bytes);
            boolean isPrivate = jdk.isSiteLocalAddress()
                    || jdk.isLoopbackAddress()
                    || jdk.isLinkLocalAddress()
                    || jdk.isAnyLocalAddress()
                    || (bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc);

            assertThat(IpAddress.ofBytes(bytes).isPrivate()).as(jdk.toString()).isEqualTo(isPrivate);
        }
    }
}
