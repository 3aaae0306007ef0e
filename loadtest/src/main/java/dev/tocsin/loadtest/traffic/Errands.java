package dev.tocsin.loadtest.traffic;

import dev.tocsin.event.ChangeType;
import dev.tocsin.event.Source;
import java.time.Instant;
import java.util.List;

/** What owners change once they are signed in; each share is one of logins. */
final class Errands {
    /** Of a seller's logins; after a forgotten password more, because that is why people come back. */
    static final double PAYOUT_CHANGES = 0.003;

    static final double PAYOUT_CHANGES_AFTER_RESET = 0.05;
    static final double PAYOUT_REQUESTS = 0.05;

    /** Of payout changes: people change where the money goes because they want it now. */
    static final double PAYOUT_REQUESTS_AFTER_CHANGE = 0.2;

    private static final List<Errand> ERRANDS = List.of(
            new Errand(0.002, ChangeType.PASSWORD_CHANGED),
            new Errand(0.0005, ChangeType.EMAIL_CHANGED),
            new Errand(0.0005, ChangeType.PHONE_CHANGED),
            new Errand(0.001, ChangeType.NOTIFICATIONS_CHANGED),
            new Errand(0.001, ChangeType.MFA_ENROLLED),
            new Errand(0.0003, ChangeType.MFA_DISABLED));

    private final Person person;
    private final Dice dice;
    private final Scribe scribe;

    /** A change, and how often a login is for it: once in some years. */
    private record Errand(double share, ChangeType change) {}

    Errands(Person person, Dice dice, Scribe scribe) {
        this.person = person;
        this.dice = dice;
        this.scribe = scribe;
    }

    /** What is done after a usual login, if anything. */
    void after(Instant login, Source source) {
        Instant at = login;
        for (Errand errand : ERRANDS) {
            if (dice.chance(errand.share())) {
                at = at.plus(dice.seconds(40, 300));
                scribe.changed(at, errand.change(), source);
            }
        }
        if (person.isSeller() && dice.chance(PAYOUT_CHANGES)) {
            changePayout(at.plus(dice.seconds(60, 400)), source);
        } else if (person.isSeller() && dice.chance(PAYOUT_REQUESTS)) {
            scribe.payoutRequested(at.plus(dice.seconds(60, 400)), source, person.payout());
        }
    }

    /** What is done once the forgotten password has been reset. */
    void afterReset(Instant reset, Source source) {
        if (person.isSeller() && dice.chance(PAYOUT_CHANGES_AFTER_RESET)) {
            changePayout(reset.plus(dice.seconds(90, 600)), source);
        }
    }

    private void changePayout(Instant at, Source source) {
        String destination = dice.hash();
        scribe.payoutChanged(at, source, destination);
        if (dice.chance(PAYOUT_REQUESTS_AFTER_CHANGE)) {
            scribe.payoutRequested(at.plus(dice.seconds(30, 300)), source, destination);
        }
    }
}
