package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 6, 7, 8, 20})
    void numbers_of_every_length_are_read_wherever_the_bytes_end(int behind) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            for (long number : new long[] {1L << bit, -(1L << bit), (1L << bit) - 1, ~(1L << bit) + 2}) {
                byte[] bytes =
                        new Out(0).raw(0).number(number).bytes(filled(behind)).toBytes();
                In in = new In(bytes, 1);

                assertThat(in.number()).as("bit %s", bit).isEqualTo(number);
                assertThat(in.take(behind)).isEqualTo(bytes.length - behind);
                assertThat(in.isAtEnd()).isTrue();
            }
        }
    }

    @Test
    void number_that_is_cut_off_or_too_long_is_refused() {
        for (int length = 0; length <= 9; length++) {
            byte[] unending = filled(length);
            assertThatThrownBy(() -> new In(unending, 0).number()).isInstanceOf(IllegalStateException.class);
        }
        byte[] eleven = filled(11);
        eleven[10] = 0;
        assertThatThrownBy(() -> new In(eleven, 0).number()).isInstanceOf(IllegalStateException.class);
    }

    /** Bytes each of which says that the number goes on. */
    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
    }
}
