package dev.tocsin.account;

/**
 * What an account's recent bursts look like.
 *
 * @param failures login attempts that failed, for whatever reason, with their origins
 * @param denials second factors that were refused or timed out
 * @param resetRequests password resets that somebody asked for, staff apart
 */
public record Bursts(Burst failures, Burst denials, Burst resetRequests) {
    public static final Bursts EMPTY = new Bursts(Burst.EMPTY, Burst.EMPTY, Burst.EMPTY);

    Bursts after(AccountEvent event) {
        return event instanceof Login login ? after(login) : after((AccountChange) event);
    }

    private Bursts after(Login login) {
        return switch (login.outcome()) {
            case FAILED -> login.isAttempt() ? failed(login) : this;
            case MFA_DENIED -> new Bursts(failures, denials.hit(login, Burst.Origin.NOT_KEPT), resetRequests);
            case SUCCEEDED, MFA_REQUIRED, UNKNOWN -> this;
        };
    }

    private Bursts failed(Login login) {
        return new Bursts(failures.hit(login, Burst.Origin.of(login.source())), denials, resetRequests);
    }

    private Bursts after(AccountChange change) {
        boolean asked = change.change() == ChangeType.PASSWORD_RESET_REQUESTED
                && !change.initiator().isStaff();
        return asked ? new Bursts(failures, denials, resetRequests.hit(change, Burst.Origin.NOT_KEPT)) : this;
    }

    /** Without what is too old to matter at a moment. */
    Bursts at(long atMillis) {
        return isEmpty() ? this : new Bursts(failures.at(atMillis), denials.at(atMillis), resetRequests.at(atMillis));
    }

    private boolean isEmpty() {
        return failures.hits().isEmpty()
                && denials.hits().isEmpty()
                && resetRequests.hits().isEmpty();
    }
}
