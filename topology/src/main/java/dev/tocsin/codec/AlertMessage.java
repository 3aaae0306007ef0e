package dev.tocsin.codec;

import dev.tocsin.alerting.Alert;
import java.time.Instant;

/**
 * An alert on its way out.
 *
 * @param withdrawn the alert, raised before, does not stand any more
 * @param raisedAt when it was found, by the clock of whoever found it
 */
public record AlertMessage(Alert alert, boolean withdrawn, Instant raisedAt) {}
