package dev.tocsin.loadtest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small versions of the command {@code fuzz}, and that it can fail. */
class FuzzTest {
    private static final int RECORDS = 6_000;
    private static final long SEED = 3;

    @Test
    void spoilt_logins_are_judged_or_refused_with_a_reason(@TempDir Path state) {
        assertAccounted(events(true, state));
    }

    @Test
    void spoilt_changes_are_judged_or_refused_with_a_reason(@TempDir Path state) {
        assertAccounted(events(false, state));
    }

    private static Ledger events(boolean isLogin, Path state) {
        try (EventFuzz fuzz = new EventFuzz(SEED, state)) {
            return fuzz.run(isLogin, RECORDS);
        }
    }

    private static void assertAccounted(Ledger ledger) {
        assertThat(ledger.isClean()).as(ledger.report()).isTrue();
        assertThat(ledger.fates())
                .containsKeys(
                        "judged",
                        "refused: truncated",
                        "refused: corrupt",
                        "refused: no-value",
                        "refused: key-mismatch");
    }

    @Test
    void spoilt_thresholds_are_taken_or_refused() {
        Ledger ledger = new ThresholdsFuzz(SEED).run(300);
        assertThat(ledger.isClean()).as(ledger.report()).isTrue();
        assertThat(ledger.fates()).containsKeys("taken as a version", "refused: invalid");
    }

    @Test
    void what_throws_allocates_or_vanishes_is_a_problem() {
        Ledger ledger = new Ledger("a topic", 1 << 20);
        ledger.read("good", 100, () -> "judged");
        assertThat(ledger.isClean()).isTrue();
        ledger.read("crash", 100, () -> {
            throw new IllegalStateException("a bug");
        });
        ledger.read("flood", 100, () -> {
            throw new OutOfMemoryError("a heap");
        });
        ledger.read("bomb", 100, () -> "judged " + new byte[16 << 20].length);
        ledger.read("gone", 100, () -> Ledger.Reading.PROBLEM + "taken 0 times");
        assertThat(ledger.isClean()).isFalse();
        assertThat(ledger.report())
                .contains("a bug")
                .contains("a heap")
                .contains("bomb: allocated")
                .contains("gone")
                .contains("NOT CLEAN");
    }

    @Test
    void the_same_seed_spoils_alike_and_seldom_leaves_as_it_was() {
        byte[] value = new byte[200];
        new Random(1).nextBytes(value);
        Mutator one = new Mutator(new Random(SEED));
        Mutator other = new Mutator(new Random(SEED));
        Set<String> variants = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] spoilt = one.spoil(value, value);
            assertThat(other.spoil(value, value)).isEqualTo(spoilt);
            variants.add(Arrays.toString(spoilt));
        }
        assertThat(variants).hasSizeGreaterThan(900);
    }
}
