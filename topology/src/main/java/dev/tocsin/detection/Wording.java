package dev.tocsin.detection;

/**
 * A signal in words.
 *
 * @param title a headline
 * @param summary for an operator: previous, current, threshold
 * @param ownerMessage for the account's owner: no jargon, no guess at a city, what to do if it was not them
 */
public record Wording(String title, String summary, String ownerMessage) {}
