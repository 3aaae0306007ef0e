package dev.tocsin.loadtest.bench;

/** Says of a figure whether it is what was wanted; what was missed is told as plainly as what was met. */
final class Bar {
    static final String MET = "met";
    static final String NOT_MET = "NOT MET";
    static final String TOO_NOISY = "too noisy";
    static final String NOT_KNOWN = "not known";

    private Bar() {}

    static String atLeast(double figure, double wanted) {
        return figure >= wanted ? MET : NOT_MET;
    }

    static String atMost(double figure, double wanted) {
        return figure <= wanted ? MET : NOT_MET;
    }
}
