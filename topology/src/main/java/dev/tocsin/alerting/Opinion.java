package dev.tocsin.alerting;

import dev.tocsin.detection.Check;
import dev.tocsin.detection.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one detector's look at an event, and why.
 *
 * @param finding the detector's own, before an operator's severities
 * @param alert that was made of it, silenced or not; null when it found nothing
 * @param examination what the detector looked at; all of it holds when it found something
 * @param decision what could have silenced its signal, in the order in which it is asked, up to what did; empty when it
 *     found nothing
 */
public record Opinion(
        Watch watch,
        Finding finding,
        Evaluation evaluation,
        @Nullable Alert alert,
        List<Check> examination,
        List<Check> decision) {}
