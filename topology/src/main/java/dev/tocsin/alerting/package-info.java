/** Decides: from signals to alerts, through whatever may silence them. Pure. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.alerting;
