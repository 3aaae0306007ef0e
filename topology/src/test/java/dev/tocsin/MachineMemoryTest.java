package dev.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Shares when nobody says. */
class MachineMemoryTest {
    private static final long MIB = 1L << 20;

    @Test
    void small_container_gives_a_quarter() {
        assertThat(MachineMemory.share(768 * MIB)).isEqualTo(192 * MIB);
    }

    @Test
    void large_machine_gives_no_more_than_two_gibibytes() {
        assertThat(MachineMemory.share(64L << 30)).isEqualTo(2048 * MIB);
    }

    @Test
    void this_machine_has_some() {
        assertThat(MachineMemory.forRocksDb()).isPositive();
        assertThat(MachineMemory.forRecentAccounts()).isPositive();
    }
}
