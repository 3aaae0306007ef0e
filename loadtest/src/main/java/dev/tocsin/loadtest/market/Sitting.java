package dev.tocsin.loadtest.market;

import dev.tocsin.event.Network;
import java.util.function.IntFunction;

/** One or several attempts that follow each other within the hour, with mishaps, and what is done then. */
final class Sitting {
    /** Of attempts; the next try fails as often. */
    static final double TYPOS = 0.098;

    /** Of sign-ins, those that take {@value #FEWEST_TRIES} tries or more within five minutes. */
    static final double TRIED_OFTEN = 0.0021;

    private static final int FEWEST_TRIES = 5;
    private static final int MOST_TRIES = 8;

    /** Of sittings by phone: the app wakes up, and nobody types. */
    static final double RESUMED = 0.3;

    /** Of sittings at home. */
    static final double FORGOTTEN_PASSWORDS = 0.003;

    /** Of logins by people with a second factor, from where the platform remembers them. */
    static final double MFA_ASKED_ANYWAY = 0.1;

    static final double MFA_REFUSED = 0.03;

    private final Customer customer;
    private final Draws draws;
    private final Scribe scribe;

    Sitting(Customer customer, Draws draws, Scribe scribe) {
        this.customer = customer;
        this.draws = draws;
        this.scribe = scribe;
    }

    /** Whoever cannot remember the password, or never had the account they think they have. */
    void fail(long at, int attempts, IntFunction<Gap> gapBefore) {
        Origin origin = customer.visit(draws);
        long now = at;
        for (int i = 0; i < attempts; i++) {
            now += i == 0 ? 0 : gapBefore.apply(i).millis(draws.unit());
            scribe.add(now, Deed.MISTYPED, origin);
        }
    }

    /** @param gapBefore of the second attempt (1), the third (2)... */
    void sitDown(long at, int attempts, IntFunction<Gap> gapBefore) {
        Origin origin = customer.visit(draws);
        boolean isResumed = Agent.isMobile(origin.agent()) && draws.chance(RESUMED);
        long now = at;
        long login = -1;
        for (int i = 0; i < attempts; i++) {
            if (i > 0) {
                Gap gap = gapBefore.apply(i);
                now += gap.millis(draws.unit());
                origin = draws.chance(gap.moves()) && isMobile(origin)
                        ? origin.withAddress(origin.way().address(draws.next()))
                        : origin;
            }
            if (isResumed) {
                scribe.add(now, Deed.RESUMED, origin);
            } else if (draws.chance(TYPOS)) {
                scribe.add(now, Deed.MISTYPED, origin);
            } else {
                now = signIn(tryOften(now, origin), origin);
                login = now;
            }
        }
        if (login >= 0) {
            new Errands(customer, draws, scribe).after(login, origin);
        } else if (!isResumed && customer.isUsual(origin.way()) && draws.chance(FORGOTTEN_PASSWORDS / TYPOS)) {
            reset(now, origin);
        }
    }

    private static boolean isMobile(Origin origin) {
        return origin.way().network() == Network.MOBILE;
    }

    /** One of several passwords it must be. */
    private long tryOften(long at, Origin origin) {
        long now = at;
        if (draws.chance(TRIED_OFTEN)) {
            for (long tries = draws.between(FEWEST_TRIES, MOST_TRIES + 1); tries > 0; tries--) {
                scribe.add(now, Deed.MISTYPED, origin);
                now += draws.seconds(5, 30);
            }
        }
        return now;
    }

    private long signIn(long at, Origin origin) {
        if (!customer.usesMfa() || (customer.isUsual(origin.way()) && !draws.chance(MFA_ASKED_ANYWAY))) {
            scribe.add(at, Deed.SIGNED_IN, origin);
            return at;
        }
        long now = at;
        scribe.add(now, Deed.MFA_ASKED, origin);
        while (draws.chance(MFA_REFUSED)) {
            now += draws.seconds(15, 60);
            scribe.add(now, Deed.MFA_REFUSED, origin);
        }
        now += draws.seconds(4, 11);
        scribe.add(now, Deed.SIGNED_IN_WITH_MFA, origin);
        return now;
    }

    private void reset(long failed, Origin origin) {
        long asked = failed + draws.seconds(20, 60);
        long done = asked + draws.seconds(50, 200);
        long login = done + draws.seconds(8, 20);
        scribe.add(asked, Deed.RESET_REQUESTED, origin)
                .add(done, Deed.PASSWORD_RESET, origin)
                .add(login, Deed.SIGNED_IN, origin);
        new Errands(customer, draws, scribe).afterReset(login, origin);
    }
}
