package dev.tocsin.loadtest.bench;

import java.util.List;
import java.util.Locale;

/** How figures are written for people. */
final class Lines {
    private Lines() {}

    static String progress(Setup setup, List<Pass> passes) {
        Spread rate = Spread.of(passes, Pass::perSecond);
        return String.format(
                Locale.ROOT,
                "%c %-9s %-15s %d thread%s %,9.0f/s",
                setup.variant().letter(),
                accounts(setup.accounts()),
                setup.guarantee().value(),
                setup.threads(),
                setup.threads() == 1 ? " " : "s",
                rate.median());
    }

    static String accounts(long accounts) {
        if (accounts == 0) {
            return "any";
        }
        return accounts % 1_000_000 == 0 ? accounts / 1_000_000 + " M" : String.format(Locale.ROOT, "%,d", accounts);
    }

    static String decimals(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String mebibytes(long bytes) {
        if (bytes == Memory.NOT_KNOWN) {
            return Bar.NOT_KNOWN;
        }
        return String.format(Locale.ROOT, "%,.0f MiB", bytes / 1024.0 / 1024.0);
    }
}
