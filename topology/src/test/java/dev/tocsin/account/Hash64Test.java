package dev.tocsin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Hash64Test {
    /** FNV-1a of either is 0, and so is what the finaliser makes of 0. */
    @ParameterizedTest
    @ValueSource(strings = {"77kepQFQ8Kl", "!0IC=VloaY"})
    void text_whose_plain_hash_is_zero_is_not_none(String text) {
        assertThat(Hash64.of(text)).isNotEqualTo(Hash64.NONE);
    }

    @Test
    void pair_whose_plain_hash_is_zero_is_not_none() {
        assertThat(Hash64.ofPair(0, 0)).isNotEqualTo(Hash64.NONE);
    }

    @Test
    void pair_is_ordered() {
        assertThat(Hash64.ofPair(1, 2)).isNotEqualTo(Hash64.ofPair(2, 1));
    }

    /** What is stored under a hash must be found by the next release too. */
    @Test
    void hash_of_a_text_never_changes() {
        assertThat(Hash64.of("")).isEqualTo(-1166397803181037274L);
        assertThat(Hash64.of("laptop")).isEqualTo(5724605370812690256L);
        assertThat(Hash64.of("Tromsø")).isEqualTo(-847059612064036701L);
        assertThat(Hash64.ofPair(1, 2)).isEqualTo(442694471590705966L);
    }

    @Test
    void similar_texts_differ_in_their_upper_and_lower_halves() {
        Set<Integer> upper = new HashSet<>();
        Set<Integer> lower = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            long hash = Hash64.of("device-" + i);
            upper.add((int) (hash >>> 32));
            lower.add((int) hash);
        }

        assertThat(upper).hasSize(1000);
        assertThat(lower).hasSize(1000);
    }
}
