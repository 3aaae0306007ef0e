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

    /** Asked for, and completed half a minute later with the link from the mailbox. */
    Scribe passwordReset(Instant asked, Instant completed, Source source) {
        change(asked, source, ChangeType.PASSWORD_RESET_REQUESTED, null, null);
        return change(completed, source, ChangeType.PASSWORD_RESET, null, null);
    }

    /** The money goes to a destination that the account never had. */
    Scribe payoutChanged(Instant at, Source source) {
        return change(at, source, ChangeType.PAYOUT_CHANGED, person.payout(), dice.hash());
    }

    private Scribe login(Instant at, Source source, LoginOutcome outcome, AuthMethod method, Mfa mfa) {
        events.add(new Event.Attempt(new LoginEvent(
                dice.uuid(),
                person.accountId(),
                person.segment(),
                millis(at),
                outcome,
                outcome == LoginOutcome.FAILED ? FailureReason.BAD_CREDENTIALS : FailureReason.NONE,
                method,
                mfa,
                source)));
        return this;
    }

    private Scribe change(
            Instant at, Source source, ChangeType change, @Nullable String oldValue, @Nullable String newValue) {
        events.add(new Event.Change(new AccountChangeEvent(
                dice.uuid(),
                person.accountId(),
                person.segment(),
                millis(at),
                change,
                Initiator.OWNER,
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
