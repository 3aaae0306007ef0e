package dev.tocsin.loadtest.traffic;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.AuthMethod;
import dev.tocsin.event.ChangeType;
import dev.tocsin.event.FailureReason;
import dev.tocsin.event.Initiator;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.event.Mfa;
import dev.tocsin.event.Source;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what happens on one account, as the contract has it. Used once, in the order of time. */
final class Scribe {
    private final Person person;
    private final Dice dice;
    private final List<Event> events = new ArrayList<>();

    Scribe(Person person, Dice dice) {
        this.person = person;
        this.dice = dice;
    }

    List<Event> events() {
        return events;
    }

    Scribe succeeded(Instant at, Source source) {
        return login(at, source, LoginOutcome.SUCCEEDED, AuthMethod.PASSWORD, Mfa.NOT_USED);
    }

    /** The password, and some seconds later the second factor. */
    Scribe succeededWithMfa(Instant at, Source source) {
        login(at, source, LoginOutcome.MFA_REQUIRED, AuthMethod.PASSWORD, Mfa.NOT_USED);
        return login(at.plus(dice.seconds(4, 11)), source, LoginOutcome.SUCCEEDED, AuthMethod.PASSWORD, Mfa.PASSED);
    }

    /** An app wakes up and continues its session. */
    Scribe resumed(Instant at, Source source) {
        return login(at, source, LoginOutcome.SUCCEEDED, AuthMethod.SESSION_RESUME, Mfa.NOT_USED);
    }

    Scribe failed(Instant at, Source source) {
        return login(at, source, LoginOutcome.FAILED, AuthMethod.PASSWORD, Mfa.NOT_USED);
    }

    /** The password is right, and the second factor is refused or times out. */
    Scribe refused(Instant at, Source source) {
        return login(at, source, LoginOutcome.MFA_DENIED, AuthMethod.PASSWORD, Mfa.FAILED);
    }

    /** The second factor is confirmed in the end. */
    Scribe confirmed(Instant at, Source source) {
        return login(at, source, LoginOutcome.SUCCEEDED, AuthMethod.PASSWORD, Mfa.PASSED);
    }

    /** Asked for, and completed half a minute later with the link from the mailbox. */
    Scribe passwordReset(Instant asked, Instant completed, Source source) {
        changed(asked, ChangeType.PASSWORD_RESET_REQUESTED, source);
        return changed(completed, ChangeType.PASSWORD_RESET, source);
    }

    /** A change whose value before and after is not told. */
    Scribe changed(Instant at, ChangeType change, Source source) {
        return change(at, change, Initiator.OWNER, source, null, null);
    }

    /** Made by the help desk at the owner's wish; nobody was signed in as the account. */
    Scribe changedBySupport(Instant at, ChangeType change) {
        return change(at, change, Initiator.SUPPORT, null, null, null);
    }

    /** Money asked for. */
    Scribe payoutRequested(Instant at, Source source, @Nullable String destination) {
        return change(at, ChangeType.PAYOUT_REQUESTED, Initiator.OWNER, source, null, destination);
    }

    /** The money goes to a destination that the account never had. */
    Scribe payoutChanged(Instant at, Source source) {
        return payoutChanged(at, source, dice.hash());
    }

    Scribe payoutChanged(Instant at, Source source, String destination) {
        return change(at, ChangeType.PAYOUT_CHANGED, Initiator.OWNER, source, person.payout(), destination);
    }

    private Scribe login(Instant at, Source source, LoginOutcome outcome, AuthMethod method, Mfa mfa) {
        FailureReason reason =
                switch (outcome) {
                    case FAILED -> FailureReason.BAD_CREDENTIALS;
                    case MFA_DENIED -> FailureReason.MFA_FAILED;
                    default -> FailureReason.NONE;
                };
        events.add(new Event.Attempt(new LoginEvent(
                dice.uuid(), person.accountId(), person.segment(), millis(at), outcome, reason, method, mfa, source)));
        return this;
    }

    private Scribe change(
            Instant at,
            ChangeType change,
            Initiator initiator,
            @Nullable Source source,
            @Nullable String oldValue,
            @Nullable String newValue) {
        events.add(new Event.Change(new AccountChangeEvent(
                dice.uuid(),
                person.accountId(),
                person.segment(),
                millis(at),
                change,
                initiator,
                Mfa.NOT_USED,
                oldValue,
                newValue,
                source)));
        return this;
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
