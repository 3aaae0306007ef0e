package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {
    @Test
    void bits_are_those_that_java_reads() {
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());

            assertThat(UuidText.isOne(uuid.toString())).isTrue();
            assertThat(UuidText.high(uuid.toString())).isEqualTo(uuid.getMostSignificantBits());
            assertThat(UuidText.low(uuid.toString())).isEqualTo(uuid.getLeastSignificantBits());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80A0FDBF-578d-48c6-8eb0-26e514a24dd2",
                "80a0fdbf-578d-48c6-8eb0-26e514a24dd",
                "80a0fdbf-578d-48c6-8eb0-26e514a24dd22",
                "80a0fdbf_578d-48c6-8eb0-26e514a24dd2",
                "80a0fdbf-578d-48c6-8eb0-26e514a24dg2",
                "80a0fdbf5-78d-48c6-8eb0-26e514a24dd2"
            })
    void text_that_could_not_be_made_again_is_none(String text) {
        assertThat(UuidText.isOne(text)).isFalse();
    }
}
