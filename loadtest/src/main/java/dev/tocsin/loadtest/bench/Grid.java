package dev.tocsin.loadtest.bench;

import dev.tocsin.config.Guarantee;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is measured: every variant at every place on the axes.
 *
 * @param rounds how often each is measured; in every second round the last variant comes first
 */
record Grid(
        List<Variant> variants, List<Long> accounts, List<Guarantee> guarantees, List<Integer> threads, int rounds) {
    /** The guarantees and threads, each with each. */
    List<Mode> modes() {
        List<Mode> modes = new ArrayList<>();
        for (Guarantee guarantee : guarantees) {
            for (int count : threads) {
                modes.add(new Mode(guarantee, count));
            }
        }
        return modes;
    }

    record Mode(Guarantee guarantee, int threads) {}

    /** Neither what comes first nor what comes after something heavy is to be always the same. */
    List<Variant> order(int round) {
        List<Variant> order = new ArrayList<>(variants);
        if (round % 2 == 1) {
            Collections.reverse(order);
        }
        return order;
    }

    boolean has(Variant.Lane lane) {
        return variants.stream().anyMatch(variant -> variant.lane() == lane);
    }
}
