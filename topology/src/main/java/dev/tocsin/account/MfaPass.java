package dev.tocsin.account;

/**
 * The latest login that passed a second factor.
 *
 * @param device hash of the device it came from, {@link Hash64#NONE} when unknown
 */
public record MfaPass(long atMillis, long device) {}
