package dev.tocsin.loadtest.market;

import dev.tocsin.loadtest.traffic.City;

/** What the attackers do, one script for each {@link Attack}. */
final class Scripts {
    private static final int GUESSES = 14;
    private static final int MORE_GUESSES = 60;
    private static final int PROMPTS = 6;
    private static final int MORE_PROMPTS = 12;
    private static final int RESETS = 6;

    private Scripts() {}

    static void naive(Scene scene) {
        scene.scribe().add(scene.at(), Deed.SIGNED_IN, scene.anotherHome());
    }

    static void inCountry(Scene scene) {
        scene.scribe().add(scene.at(), Deed.SIGNED_IN, scene.anotherHomeInCountry());
    }

    /** Whatever the owner's browser says of itself can be said; its cookies cannot be had. */
    static void targeted(Scene scene) {
        Origin owner = scene.owner().visit(scene.draws());
        Device lookAlike =
                new Device(scene.draws().next(), owner.agent(), scene.draws().next());
        scene.scribe()
                .add(
                        scene.at(),
                        Deed.SIGNED_IN,
                        lookAlike.on(
                                owner.way(), owner.way().address(scene.draws().next())));
    }

    /** From a rented server, an hour after the owner was there. */
    static void stolenPassword(Scene scene) {
        long theft = scene.at() + scene.draws().seconds(1_200, 4_000);
        scene.scribe().add(scene.at(), Deed.SIGNED_IN, scene.atHome()).add(theft, Deed.SIGNED_IN, scene.rentedServer());
    }

    /** Half a day away from the owner's hour. */
    static void oddHour(Scene scene) {
        long theft = scene.at() + scene.draws().seconds(11 * 3_600, 13 * 3_600);
        scene.scribe()
                .add(scene.at(), Deed.SIGNED_IN, scene.atHome())
                .add(theft, Deed.SIGNED_IN, scene.anotherHomeInCountry());
    }

    static void otherCity(Scene scene) {
        City city = scene.draws().pick(scene.victim().otherCitiesInCountry());
        Way way = scene.draws().chance(0.5) ? Places.tor(city) : Places.vpn(city, scene.draws());
        scene.scribe().add(scene.at(), Deed.SIGNED_IN, scene.through(way));
    }

    /** From many addresses, and then another e-mail address. */
    static void guessedPassword(Scene scene) {
        Origin thief = scene.rentedServer();
        int guesses = (int) scene.draws().between(GUESSES, MORE_GUESSES);
        long now = scene.at();
        for (int i = 0; i < guesses; i++) {
            int address = thief.way().address(scene.draws().next());
            scene.scribe().add(now, Deed.MISTYPED, thief.withAddress(address));
            now += scene.draws().seconds(0.5, 8);
        }
        scene.scribe()
                .add(now, Deed.SIGNED_IN, thief)
                .add(now + scene.draws().seconds(60, 600), Deed.EMAIL_CHANGED, thief);
    }

    static void promptBombing(Scene scene) {
        Origin thief = scene.rentedServer();
        int prompts = (int) scene.draws().between(PROMPTS, MORE_PROMPTS);
        long now = scene.at();
        for (int i = 0; i < prompts; i++) {
            scene.scribe().add(now, Deed.MFA_REFUSED, thief);
            now += scene.draws().seconds(10, 45);
        }
        scene.scribe().add(now, Deed.SIGNED_IN_WITH_MFA, thief);
    }

    /** The owner signs in at a page in the middle, and the page keeps the session. */
    static void stolenSession(Scene scene) {
        Origin owner = scene.atHome();
        Origin thief = scene.rentedServer();
        long theft = scene.at() + scene.draws().seconds(60, 900);
        long quiet = theft + scene.draws().seconds(60, 600);
        scene.scribe()
                .add(scene.at(), Deed.SIGNED_IN, owner)
                .add(theft, Deed.RESUMED, thief.inSession(owner.session()))
                .add(theft + scene.draws().seconds(20, 50), Deed.SIGNED_IN, thief)
                .add(quiet, Deed.NOTIFICATIONS_CHANGED, thief)
                .reroute(
                        quiet + scene.toPayout(),
                        thief,
                        scene.owner().payout(),
                        scene.draws().next());
    }

    static void mailbox(Scene scene) {
        Origin thief = scene.rentedServer();
        long now = scene.at();
        for (int i = 0; i < RESETS; i++) {
            scene.scribe().add(now, Deed.RESET_REQUESTED, thief);
            now += scene.draws().seconds(20, 200);
        }
        long login = now + scene.draws().seconds(5, 60);
        long rerouted = login + scene.toPayout();
        long destination = scene.draws().next();
        scene.scribe()
                .add(now, Deed.PASSWORD_RESET, thief)
                .add(login, Deed.SIGNED_IN, thief)
                .reroute(rerouted, thief, scene.owner().payout(), destination)
                .askForMoney(rerouted + scene.draws().seconds(30, 2_000), thief, destination);
    }

    /** The owner gave password and code to a page that looked like the platform's. */
    static void lockOut(Scene scene) {
        Origin thief = scene.anotherHome();
        long now = scene.at();
        scene.scribe()
                .add(now, Deed.MFA_ASKED, thief)
                .add(now + scene.draws().seconds(4, 30), Deed.SIGNED_IN_WITH_MFA, thief);
        Deed[] changes = {
            Deed.PASSWORD_CHANGED, Deed.EMAIL_CHANGED, Deed.MFA_DISABLED, Deed.MFA_ENROLLED, Deed.SESSIONS_REVOKED
        };
        for (Deed change : changes) {
            now += scene.draws().seconds(30, 240);
            scene.scribe().add(now, change, thief);
        }
        scene.scribe()
                .reroute(
                        now + scene.toPayout(),
                        thief,
                        scene.owner().payout(),
                        scene.draws().next());
    }

    static void contactThenReset(Scene scene) {
        Origin thief = scene.anotherHome();
        Draws draws = scene.draws();
        scene.scribe()
                .add(scene.at(), Deed.SIGNED_IN, thief)
                .add(scene.at() + draws.seconds(60, 300), Deed.PHONE_CHANGED, thief)
                .add(scene.at() + draws.seconds(3_600, 10_000), Deed.PASSWORD_RESET, thief);
    }

    static void simSwap(Scene scene) {
        Origin thief = scene.through(Places.mobile(scene.owner().city()));
        Draws draws = scene.draws();
        scene.scribe()
                .add(scene.at(), Deed.RECOVERY_USED, thief)
                .add(scene.at() + draws.seconds(20, 90), Deed.SIGNED_IN, thief)
                .add(scene.at() + draws.seconds(300, 3_000), Deed.EMAIL_CHANGED, thief);
    }

    static void forgottenAccount(Scene scene) {
        Origin thief = scene.rentedServer();
        scene.scribe()
                .add(scene.at(), Deed.SIGNED_IN, thief)
                .reroute(
                        scene.at() + scene.toPayout(),
                        thief,
                        scene.owner().payout(),
                        scene.draws().next());
    }

    /** The owner's bank account is back before the owner looks. */
    static void quietTheft(Scene scene) {
        Origin thief = scene.anotherHome();
        Draws draws = scene.draws();
        long destination = draws.next();
        long rerouted = scene.at() + scene.toPayout();
        long taken = rerouted + draws.seconds(600, 7_200);
        scene.scribe()
                .add(scene.at(), Deed.SIGNED_IN, thief)
                .reroute(rerouted, thief, scene.owner().payout(), destination)
                .askForMoney(taken, thief, destination)
                .reroute(
                        taken + draws.seconds(36_000, 110_000),
                        thief,
                        destination,
                        scene.owner().payout());
    }
}
