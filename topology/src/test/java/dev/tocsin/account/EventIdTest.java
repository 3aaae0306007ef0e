package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {
    @Test
    void uuid_is_held_as_the_bits_that_java_reads_and_written_as_it_was() {
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            EventId id = EventId.of(uuid.toString());

            assertThat(id.isUuid()).isTrue();
            assertThat(id.high()).isEqualTo(uuid.getMostSignificantBits());
            assertThat(id.low()).isEqualTo(uuid.getLeastSignificantBits());
            assertThat(id).hasToString(uuid.toString());
            assertThat(id).isEqualTo(EventId.ofUuid(id.high(), id.low())).hasSameHashCodeAs(EventId.of(id.toString()));
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
                "80a0fdbf5-78d-48c6-8eb0-26e514a24dd2",
                "80a0fdbf-578d-48c6-8eb0-26e514a24d\uD83D\uDD11"
            })
    void text_that_could_not_be_made_again_from_bits_is_held_as_text(String text) {
        EventId id = EventId.of(text);

        assertThat(id.isUuid()).isFalse();
        assertThat(id).hasToString(text).isEqualTo(EventId.of(text)).isNotEqualTo(EventId.ofUuid(0, 0));
    }

    @Test
    void ids_that_differ_in_one_digit_are_two() {
        EventId one = EventId.of("80a0fdbf-578d-48c6-8eb0-26e514a24dd2");
        EventId other = EventId.of("80a0fdbf-578d-48c6-8eb0-26e514a24dd3");

        assertThat(one).isNotEqualTo(other);
        assertThat(one.hash()).isNotEqualTo(other.hash());
        assertThat(EventId.of("a")).isNotEqualTo(EventId.of("b"));
    }
}
