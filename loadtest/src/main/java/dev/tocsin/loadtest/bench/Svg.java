package dev.tocsin.loadtest.bench;

import java.util.Locale;

/** Draws a chart for a page that fetches nothing. */
final class Svg {
    private static final int LABELS = 330;
    private static final int BARS = 430;
    private static final int FIGURES = 120;
    private static final int ROW = 26;
    private static final int BAR = 16;

    private Svg() {}

    static String of(Chart chart) {
        int height = chart.bars().size() * ROW;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">%n",
                Html.text(chart.title()),
                LABELS + BARS + FIGURES,
                height));
        double scale = BARS / Math.max(chart.most(), Double.MIN_NORMAL);
        for (int i = 0; i < chart.bars().size(); i++) {
            draw(svg, chart.bars().get(i), i * ROW, scale);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void draw(StringBuilder svg, Chart.Bar bar, int top, double scale) {
        double from = LABELS + bar.spread().least() * scale;
        double to = LABELS + bar.spread().most() * scale;
        int middle = top + ROW / 2;
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" class=\"label\">%s</text>"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" class=\"%s\"/>"
                        + "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>"
                        + "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
                LABELS - 8,
                middle + 4,
                Html.text(bar.label()),
                LABELS,
                middle - BAR / 2,
                bar.value() * scale,
                BAR,
                bar.isOurs() ? "ours" : "other",
                from,
                middle,
                to,
                middle,
                Math.max(to, LABELS + bar.value() * scale) + 8,
                middle + 4,
                figure(bar.value())));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.1f", value);
    }
}
