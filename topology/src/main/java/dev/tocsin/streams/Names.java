package dev.tocsin.streams;

/** The names of nodes and stores; a changed name loses state on upgrade, so they are all here. */
final class Names {
    static final String LOGINS = "logins";
    static final String ACCOUNT_CHANGES = "account-changes";
    static final String READ_LOGINS = "read-logins";
    static final String READ_ACCOUNT_CHANGES = "read-account-changes";
    static final String DETECT = "detect";
    static final String ACCOUNTS = "accounts";
    static final String ALERTS = "alerts";
    static final String SUPPRESSED = "suppressed";
    static final String DEAD_LETTERS = "dead-letters";

    private Names() {}

    /** The topic that Kafka Streams keeps the accounts' state in. */
    static String changelog(String applicationId) {
        return applicationId + '-' + ACCOUNTS + "-changelog";
    }
}
