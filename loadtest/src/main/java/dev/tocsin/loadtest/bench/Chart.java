package dev.tocsin.loadtest.bench;

import java.util.List;

/** Bars one below the other, from nought. */
record Chart(String title, String unit, List<Bar> bars) {
    /**
     * One figure.
     *
     * @param value what the bar's length says
     * @param spread from where to where single figures lie
     * @param isOurs the detector's, which is set off
     */
    record Bar(String label, double value, Spread spread, boolean isOurs) {
        static Bar plain(String label, double value) {
            return new Bar(label, value, new Spread(value, value, value), true);
        }
    }

    Chart {
        bars = List.copyOf(bars);
    }

    /** The longest thing to be drawn. */
    double most() {
        return bars.stream().mapToDouble(bar -> bar.spread().most()).max().orElse(1);
    }
}
