package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;

/**
 * One place on the axes.
 *
 * @param accounts 0 for variants that keep nothing, so that it makes no difference
 */
record Setup(Variant variant, long accounts, Guarantee guarantee, int threads) {
    Setup of(Variant other) {
        return new Setup(other, other.lane() == Variant.Lane.COPY ? 0 : accounts, guarantee, threads);
    }
}
