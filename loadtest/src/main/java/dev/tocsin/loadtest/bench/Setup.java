package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;

/**
 * One place on the axes.
 *
 * @param accounts 0 for variants that keep nothing, so that it makes no difference
 */
record Setup(Variant variant, long accounts, Guarantee guarantee, int threads) {
    static Setup of(Variant variant, long accounts, Grid.Mode mode) {
        long kept = variant.lane() == Variant.Lane.COPY ? 0 : accounts;
        return new Setup(variant, kept, mode.guarantee(), mode.threads());
    }

    /** Another variant that keeps something, at the same place. */
    Setup beside(Variant other) {
        return new Setup(other, accounts, guarantee, threads);
    }
}
