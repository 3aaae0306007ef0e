package dev.tocsin.detection;

/** What a detector makes of a moment. */
public sealed interface Finding permits Signal, Finding.Quiet, Finding.NotEvaluable {
    Finding QUIET = new Quiet();

    NotEvaluable NO_ASN = new NotEvaluable("no-asn");
    NotEvaluable NO_COUNTRY = new NotEvaluable("no-country");
    NotEvaluable NO_DEVICE = new NotEvaluable("no-device");
    NotEvaluable NO_NETWORK = new NotEvaluable("no-network");
    NotEvaluable NO_POSITION = new NotEvaluable("no-position");
    /** Something was seen, and nothing is known yet: there is nothing to differ from. */
    NotEvaluable NOTHING_KNOWN = new NotEvaluable("nothing-known");

    NotEvaluable NO_SESSION = new NotEvaluable("no-session");

    /** The event came later than the grace, and what was around it is gone. */
    NotEvaluable LATE = new NotEvaluable("late");

    /** There is nothing to see. */
    record Quiet() implements Finding {}

    /**
     * The detector could not tell, because something it needs is missing.
     *
     * @param reason what is missing, in kebab-case, one of {@link Missing}'s: it becomes a metric tag
     */
    record NotEvaluable(String reason) implements Finding {}
}
