package dev.tocsin.streams;

import java.util.List;

/** The names of the topics that the application reads and writes; README.md says what is in each. */
public record Topics(
        String logins, String accountChanges, String alerts, String suppressed, String deadLetters, String thresholds) {
    public static final Topics DEFAULTS = new Topics(
            "tocsin.logins",
            "tocsin.account-changes",
            "tocsin.alerts",
            "tocsin.suppressed",
            "tocsin.dead-letters",
            "tocsin.thresholds");

    public List<String> all() {
        return List.of(logins, accountChanges, alerts, suppressed, deadLetters, thresholds);
    }
}
