package dev.tocsin.replay;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.engine.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event led to, to be counted and written in the order of the events.
 *
 * @param then the outcome under the other thresholds, if there are others
 * @param decided the pairs that nothing can change any more since this event
 * @param lines to be written to the results
 * @param heldLines to be written to what was suppressed
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Judged(
        AccountEvent event, Outcome now, @Nullable Outcome then, List<Pair> decided, byte[] lines, byte[] heldLines) {}
