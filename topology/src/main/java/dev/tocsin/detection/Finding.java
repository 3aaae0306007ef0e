package dev.tocsin.detection;

/** What a detector makes of a moment. */
public sealed interface Finding permits Signal, Finding.Quiet, Finding.NotEvaluable {
    Finding QUIET = new Quiet();

    Finding NO_ASN = new NotEvaluable("no-asn");
    Finding NO_COUNTRY = new NotEvaluable("no-country");
    Finding NO_DEVICE = new NotEvaluable("no-device");
    Finding NO_NETWORK = new NotEvaluable("no-network");
    Finding NO_POSITION = new NotEvaluable("no-position");
    /** Something was seen, and nothing is known yet: there is nothing to differ from. */
    Finding NOTHING_KNOWN = new NotEvaluable("nothing-known");

    Finding NO_SESSION = new NotEvaluable("no-session");

    /** The event came later than the grace, and what was around it is gone. */
    Finding LATE = new NotEvaluable("late");

    /** There is nothing to see. */
    record Quiet() implements Finding {}

    /**
     * The detector could not tell, because something it needs is missing.
     *
     * @param reason what is missing, in kebab-case, from a small fixed set: it becomes a metric tag
     */
    record NotEvaluable(String reason) implements Finding {}
}
