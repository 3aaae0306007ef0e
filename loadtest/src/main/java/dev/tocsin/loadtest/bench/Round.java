package dev.tocsin.loadtest.bench;

import java.util.List;

/**
 * What one process measured.
 *
 * @param accountsSeen how many accounts had had an event by then; 0 for variants that keep nothing
 * @param passes in their order, at least one
 */
record Round(int accountsSeen, List<Pass> passes) {
    double perSecond() {
        return Spread.of(passes, Pass::perSecond).median();
    }
}
