package dev.tocsin.loadtest.chaos;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws the few charts of the page. */
final class Svg {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 150;
    private static final int LABEL = 120;
    private static final int BAR = 20;
    private static final int FOOT = 30;

    private Svg() {}

    /** One row of a bar chart, with what is told on hovering over it. */
    record Bar(String name, int value, String hint) {}

    static String bars(List<Bar> bars) {
        int most = bars.stream().mapToInt(Bar::value).max().orElse(1);
        StringBuilder out = new StringBuilder(begin(bars.size() * BAR));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double length = (WIDTH - LABEL - 60.0) * bar.value() / Math.max(1, most);
            out.append(format(
                    "<g><title>%s</title><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#3f6fb5\"/>"
                            + "<text x=\"%.1f\" y=\"%d\">%d</text></g>",
                    escaped(bar.hint()),
                    LABEL - 8,
                    i * BAR + 14,
                    escaped(bar.name()),
                    LABEL,
                    i * BAR + 3,
                    length,
                    BAR - 6,
                    LABEL + length + 6,
                    i * BAR + 14,
                    bar.value()));
        }
        return out.append("</svg>").toString();
    }

    /** A run's lag over time, with a line where each fault came. */
    static String course(List<Trace.Sample> samples, List<Trace.Mark> marks) {
        double seconds = Math.max(
                1, samples.stream().mapToDouble(Trace.Sample::seconds).max().orElse(1));
        long most =
                Math.max(1, samples.stream().mapToLong(Trace.Sample::lag).max().orElse(1));
        StringBuilder out = new StringBuilder(begin(HEIGHT + FOOT));
        for (Trace.Mark mark : marks) {
            double x = WIDTH * Math.min(1, mark.seconds() / seconds);
            out.append(format(
                    "<g><title>%s at %.1f s</title><line x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\" stroke=\"%s\""
                            + " stroke-width=\"2\"/></g>",
                    mark.fault().id(),
                    mark.seconds(),
                    x,
                    x,
                    HEIGHT,
                    mark.fault() == Fault.KILL ? "#e3b7b3" : "#b3261e"));
        }
        String points = samples.stream()
                .map(sample -> format(
                        "%.1f,%.1f",
                        WIDTH * sample.seconds() / seconds, HEIGHT - (HEIGHT - 12.0) * sample.lag() / most))
                .collect(Collectors.joining(" "));
        return out.append(format(
                        "<polyline points=\"%s\" fill=\"none\" stroke=\"#1d4f91\" stroke-width=\"1.6\"/>"
                                + "<line x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#8a97a6\"/>"
                                + "<text x=\"0\" y=\"%d\">0 s</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.0f s</text>"
                                + "<text x=\"4\" y=\"11\">%,d records</text></svg>",
                        points, WIDTH, HEIGHT, HEIGHT, HEIGHT + 16, WIDTH, HEIGHT + 16, seconds, most))
                .toString();
    }

    private static String begin(int height) {
        return format(
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">", WIDTH, height, WIDTH, height);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
