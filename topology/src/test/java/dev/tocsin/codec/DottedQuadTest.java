package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.tocsin.account.IpAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DottedQuadTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "255.255.255.255", "10.0.200.7", "1.2.3.4"})
    void four_numbers_are_an_address(String text) {
        assertThat(DottedQuad.read(text)).isEqualTo(byLibrary(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1",
                "1.2.3",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "1.2.3.4.",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.0400",
                "01.2.3.4",
                "1.2.3.00",
                "1.2.3.4 ",
                "1.2.3.a",
                "-1.2.3.4",
                "::1",
                "1.2.3.4/8",
                "99999999999.1.1.1",
                "1.2.3.٤",
                "1.2.3.\uD83D\uDD11"
            })
    void whatever_else_there_is_is_left_to_the_library(String text) {
        assertThat(DottedQuad.read(text)).isNull();
    }

    @Test
    void what_it_reads_the_library_reads_alike() {
        Random random = new Random(1);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            String text = scribble(random);
            IpAddress address = DottedQuad.read(text);
            assertThat(address).as(text).isEqualTo(InetAddresses.isInetAddress(text) ? byLibrary(text) : null);
            read += address == null ? 0 : 1;
        }
        assertThat(read).isGreaterThan(10_000);
    }

    /** Of digits and dots, more often right than wrong. */
    private static String scribble(Random random) {
        StringBuilder text = new StringBuilder();
        int octets = random.nextInt(8) == 0 ? random.nextInt(6) : 4;
        for (int i = 0; i < octets; i++) {
            text.append(i == 0 ? "" : ".")
                    .append(random.nextInt(8) == 0 ? "0" : "")
                    .append(random.nextInt(280));
        }
        return text.toString();
    }

    private static IpAddress byLibrary(String text) {
        return IpAddress.ofBytes(InetAddresses.forString(text).getAddress());
    }
}
