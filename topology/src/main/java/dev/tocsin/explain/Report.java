package dev.tocsin.explain;

import dev.tocsin.detection.Check;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why an event was judged as it was. As JSON it has exactly these names, which stay.
 *
 * @param event null when the event is settled: what is known of it is in the alerts that cite it
 * @param thresholdsVersion by which it was judged; null with the event
 * @param arrival how it came, {@code IN_ORDER}, {@code OUT_OF_ORDER} or {@code LATE}; null where that is not known
 * @param detectors that watch such events, sorted by id
 * @param notWatching detectors that look at other kinds of event only
 * @param off detectors that are switched off
 * @param alerts that rest on the event and are not among what the detectors made of it: raised or taken back by events
 *     that came later, or the ones that are left of a settled event
 * @param note what else must be known, in sentences
 */
public record Report(
        String accountId,
        String eventId,
        @Nullable Event event,
        @Nullable String thresholdsVersion,
        @Nullable String arrival,
        List<Verdict> detectors,
        List<String> notWatching,
        List<String> off,
        List<Told> alerts,
        List<String> note) {

    /**
     * What happened.
     *
     * @param type {@code login} or {@code change}
     * @param what outcome of the login, or kind of change
     * @param place such as {@code "Oslo, NO"}; {@code unknown} when not given
     */
    public record Event(
            String type,
            String what,
            String occurredAt,
            String segment,
            String place,
            @Nullable Long asn,
            String network,
            @Nullable String ip,
            @Nullable String device,
            String mfa,
            @Nullable String initiator) {}

    /**
     * What one detector made of the event.
     *
     * @param result {@code FIRED}, {@code SILENCED}, {@code NOT_EVALUABLE} or {@code QUIET}
     * @param reason what silenced it or what was missing, as in metrics; empty for the others
     * @param remedy what would have let it tell; only when it could not
     * @param alert that it raised, or would have raised
     * @param checks what it looked at, in this order
     * @param decision what could have silenced it, in this order, up to what did
     */
    public record Verdict(
            String detector,
            String result,
            String reason,
            @Nullable String remedy,
            @Nullable Finding alert,
            List<Check> checks,
            List<Check> decision) {}

    /**
     * What a detector found.
     *
     * @param ownSeverity the detector's, where the thresholds give another
     */
    public record Finding(
            String alertId,
            String severity,
            @Nullable String ownSeverity,
            int confidence,
            String title,
            String summary,
            Map<String, String> facts) {}

    /**
     * An alert that rests on the event.
     *
     * @param status {@code RAISED} or {@code WITHDRAWN}
     * @param byEvent whose arrival raised it or took it back; null where that is not known
     */
    public record Told(
            String alertId,
            String detector,
            String severity,
            String status,
            String occurredAt,
            @Nullable String byEvent,
            String thresholdsVersion,
            Map<String, String> facts) {}

    /** The same with more to be known. */
    public Report with(@Nullable String howItArrived, List<Told> moreAlerts, List<String> moreNotes) {
        return new Report(
                accountId,
                eventId,
                event,
                thresholdsVersion,
                howItArrived,
                detectors,
                notWatching,
                off,
                moreAlerts,
                moreNotes);
    }
}
