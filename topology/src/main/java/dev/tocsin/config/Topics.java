package dev.tocsin.config;

import java.util.List;

/** The topics that are read and written. */
public record Topics(String logins, String accountChanges, String alerts, String suppressed, String deadLetters) {
    public static final Topics DEFAULTS = new Topics(
            "tocsin.logins", "tocsin.account-changes", "tocsin.alerts", "tocsin.suppressed", "tocsin.dead-letters");

    List<String> all() {
        return List.of(logins, accountChanges, alerts, suppressed, deadLetters);
    }
}
