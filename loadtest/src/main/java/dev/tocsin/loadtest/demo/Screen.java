package dev.tocsin.loadtest.demo;

import dev.tocsin.event.Severity;
import java.io.PrintWriter;

/** Where the demo's lines appear; colours only where somebody sees them. Safe for several threads. */
final class Screen {
    private static final String RESET = "\033[0m";
    private static final String DIM = "\033[2m";

    private final PrintWriter out;
    private final boolean hasColours;

    Screen(PrintWriter out, boolean hasColours) {
        this.out = out;
        this.hasColours = hasColours;
    }

    synchronized void line(String text) {
        out.println(text);
    }

    /** Something that happens before the traffic. */
    void progress(String text) {
        line("  " + text);
    }

    String dimmed(String text) {
        return painted(DIM, text);
    }

    String coloured(Severity severity, String text) {
        return switch (severity) {
            case CRITICAL -> painted("\033[1;31m", text);
            case HIGH -> painted("\033[31m", text);
            case MEDIUM -> painted("\033[33m", text);
            case LOW -> painted("\033[36m", text);
            case INFO, UNKNOWN -> painted(DIM, text);
        };
    }

    private String painted(String colour, String text) {
        return hasColours ? colour + text + RESET : text;
    }
}
