package dev.tocsin.detection;

/** What a detector makes of a moment. */
public sealed interface Finding permits Signal, Finding.Quiet, Finding.NotEvaluable {
    Finding QUIET = new Quiet();

    /** There is nothing to see. */
    record Quiet() implements Finding {}

    /**
     * The detector could not tell, because something it needs is missing.
     *
     * @param reason what is missing, in kebab-case, from a small fixed set: it becomes a metric tag
     */
    record NotEvaluable(String reason) implements Finding {}
}
