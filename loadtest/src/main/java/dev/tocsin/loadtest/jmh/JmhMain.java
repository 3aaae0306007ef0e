package dev.tocsin.loadtest.jmh;

import java.io.IOException;

/** Runs the benchmarks of this package, and tells what they are run on; takes JMH's own options. */
public final class JmhMain {
    private JmhMain() {}

    public static void main(String[] options) throws IOException {
        Arrivals arrivals = new Arrivals();
        System.out.printf("%,d accounts, states of %.0f bytes%n", arrivals.size(), arrivals.meanStateBytes());
        org.openjdk.jmh.Main.main(options);
    }
}
