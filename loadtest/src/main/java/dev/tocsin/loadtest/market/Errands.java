package dev.tocsin.loadtest.market;

import java.util.List;

/** What owners change once they are signed in; each share is one of sittings. Assumed: no public figures exist. */
final class Errands {
    /** Of a seller's sittings; after a forgotten password more, because that is why people come back. */
    static final double PAYOUT_CHANGES = 0.003;

    static final double PAYOUT_CHANGES_AFTER_RESET = 0.05;
    static final double PAYOUT_REQUESTS = 0.05;
    static final double PAYOUT_REQUESTS_AFTER_CHANGE = 0.2;
    static final double HELP_DESK = 0.0002;

    private static final List<Errand> ERRANDS = List.of(
            new Errand(0.002, Deed.PASSWORD_CHANGED),
            new Errand(0.0005, Deed.EMAIL_CHANGED),
            new Errand(0.0005, Deed.PHONE_CHANGED),
            new Errand(0.001, Deed.NOTIFICATIONS_CHANGED),
            new Errand(0.001, Deed.MFA_ENROLLED),
            new Errand(0.0003, Deed.MFA_DISABLED));

    private static final double SMALL_ERRANDS =
            ERRANDS.stream().mapToDouble(Errand::share).sum();

    private final Customer customer;
    private final Draws draws;
    private final Scribe scribe;

    private record Errand(double share, Deed deed) {}

    Errands(Customer customer, Draws draws, Scribe scribe) {
        this.customer = customer;
        this.draws = draws;
        this.scribe = scribe;
    }

    /** What is done after a usual login, if anything. */
    void after(long login, Origin origin) {
        double errand = draws.unit();
        if (errand < SMALL_ERRANDS) {
            scribe.add(login + draws.seconds(40, 300), chosen(errand), origin);
        } else if (customer.isSeller() && draws.chance(PAYOUT_CHANGES)) {
            changePayout(login + draws.seconds(60, 400), origin);
        } else if (customer.isSeller() && draws.chance(PAYOUT_REQUESTS)) {
            scribe.askForMoney(login + draws.seconds(60, 400), origin, customer.payout());
        } else if (draws.chance(HELP_DESK)) {
            long call = login + draws.seconds(300, 3_000);
            scribe.add(call, Deed.PASSWORD_RESET_BY_SUPPORT, null)
                    .add(call + draws.seconds(30, 200), Deed.EMAIL_CHANGED_BY_SUPPORT, null);
        }
    }

    private static Deed chosen(double unit) {
        double left = unit;
        for (Errand errand : ERRANDS) {
            left -= errand.share();
            if (left < 0) {
                return errand.deed();
            }
        }
        return ERRANDS.get(0).deed();
    }

    /** What is done once the forgotten password has been reset. */
    void afterReset(long login, Origin origin) {
        if (customer.isSeller() && draws.chance(PAYOUT_CHANGES_AFTER_RESET)) {
            changePayout(login + draws.seconds(90, 600), origin);
        }
    }

    private void changePayout(long at, Origin origin) {
        long destination = draws.next();
        scribe.reroute(at, origin, customer.payout(), destination);
        if (draws.chance(PAYOUT_REQUESTS_AFTER_CHANGE)) {
            scribe.askForMoney(at + draws.seconds(30, 300), origin, destination);
        }
    }
}
