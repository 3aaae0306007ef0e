package dev.tocsin.alerting;

/**
 * What became of one detector's look at one event.
 *
 * @param reason what was missing or what silenced it; empty for the other results
 */
public record Evaluation(String detector, Result result, String reason) {
    /** The outcomes that metrics count. */
    public enum Result {
        FIRED,
        SUPPRESSED,
        SHADOW,
        LEARNING,
        NOT_EVALUABLE,
        QUIET
    }

    static Evaluation quiet(String detector) {
        return new Evaluation(detector, Result.QUIET, "");
    }
}
