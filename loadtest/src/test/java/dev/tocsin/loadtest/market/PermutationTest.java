package dev.tocsin.loadtest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 64, 65, 1_000, 4_097, 100_003})
    void every_number_has_one_place_and_is_found_there(int size) {
        for (long key = 0; key < 5; key++) {
            Permutation permutation = new Permutation(size, key);
            BitSet seen = new BitSet(size);
            for (int place = 0; place < size; place++) {
                long number = permutation.at(place);
                assertThat(number).isBetween(0L, size - 1L);
                assertThat(permutation.placeOf(number)).isEqualTo(place);
                seen.set((int) number);
            }
            assertThat(seen.cardinality()).isEqualTo(size);
        }
    }

    @Test
    void a_large_one_is_turned_back_too() {
        Permutation permutation = new Permutation(350_000_000, 7);
        for (long place = 0; place < 350_000_000; place += 999_983) {
            assertThat(permutation.placeOf(permutation.at(place))).isEqualTo(place);
        }
    }

    /** Neighbours in the order are anywhere, and the first half of the numbers is in both halves of the order. */
    @Test
    void order_looks_shuffled() {
        int size = 100_000;
        Permutation permutation = new Permutation(size, 3);
        double apart = 0;
        int inFirstHalf = 0;
        for (int place = 1; place < size; place++) {
            apart += Math.abs(permutation.at(place) - permutation.at(place - 1L));
            inFirstHalf += place < size / 2 && permutation.at(place) < size / 2 ? 1 : 0;
        }
        assertThat(apart / size / size).isCloseTo(1 / 3.0, within(0.01));
        assertThat(inFirstHalf).isCloseTo(size / 4, within(size / 100));
    }
}
