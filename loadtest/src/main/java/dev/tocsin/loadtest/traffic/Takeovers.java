package dev.tocsin.loadtest.traffic;

import dev.tocsin.event.ChangeType;
import dev.tocsin.event.Severity;
import dev.tocsin.event.Source;
import java.util.List;

/** How accounts are taken over: one plot for each headline detector. */
final class Takeovers {
    /** Far enough to be another country for everybody, near enough to be reached in a quiet half day. */
    private static final double FAR_KM = 1_500;

    private static final double WITHIN_HALF_A_DAY_KM = 8_000;

    /** Owners were active minutes ago; nothing at this distance can be reached while a demo runs. */
    private static final double OTHER_END_OF_THE_WORLD_KM = 4_000;

    private static final double NEW_CITY_KM = 150;
    private static final int GUESSES = 20;

    /** One more than it takes. */
    private static final int FEW_GUESSES = 6;

    private static final int PROMPTS = 6;

    private Takeovers() {}

    static List<Plot> plots() {
        return List.of(
                new Plot(
                        "stolen password, used from abroad",
                        Expectation.takeover("new-country", Severity.CRITICAL),
                        Candidate::isSettledAndRests,
                        Takeovers::fromAbroad),
                new Plot(
                        "mailbox taken over, money rerouted",
                        Expectation.takeover("reset-then-payout-change", Severity.CRITICAL),
                        candidate -> candidate.person().isSeller() && candidate.isSettledAndRests(),
                        Takeovers::throughMailbox),
                new Plot(
                        "thief at work while the owner is at home",
                        Expectation.takeover("impossible-travel", Severity.HIGH),
                        Candidate::isSettledAndWasJustAtHome,
                        Takeovers::farAway),
                new Plot(
                        "second factor prompts until one is accepted",
                        Expectation.takeover("mfa-fatigue-accepted", Severity.CRITICAL),
                        candidate -> candidate.person().usesMfa() && candidate.isSettledAndRests(),
                        Takeovers::promptBombing),
                new Plot(
                        "session stolen by malware",
                        Expectation.takeover("session-replay", Severity.HIGH),
                        Candidate::isSettledAndRests,
                        Takeovers::stolenSession),
                new Plot(
                        "owner shut out, money rerouted",
                        Expectation.takeover("contact-change-then-payout", Severity.CRITICAL),
                        candidate -> candidate.person().isSeller() && candidate.isSettledAndRests(),
                        Takeovers::shuttingOut),
                new Plot(
                        "password guessed in a few tries",
                        Expectation.takeover("burst-then-success", Severity.HIGH),
                        Candidate::isSettledAndRests,
                        Takeovers::fewGuesses),
                new Plot(
                        "password guessed, money rerouted",
                        Expectation.takeover("brute-then-change", Severity.CRITICAL),
                        candidate -> candidate.person().isSeller() && candidate.isSettledAndRests(),
                        Takeovers::guessingForMoney),
                new Plot(
                        "password guessed by a machine",
                        Expectation.takeover("login-velocity-spike", Severity.MEDIUM),
                        candidate -> candidate.person().loginsPerDay() < 1 && candidate.isSettledAndRests(),
                        Takeovers::guessing),
                new Plot(
                        "stolen password, used in the owner's country",
                        Expectation.takeover("new-city", Severity.LOW),
                        candidate -> candidate.isSettledAndRests()
                                && !candidate.citiesFarFromUsual(NEW_CITY_KM).isEmpty(),
                        Takeovers::fromOtherCity));
    }

    private static String fromAbroad(Scene scene) {
        City city = scene.abroad(FAR_KM, WITHIN_HALF_A_DAY_KM);
        Source thief = scene.stranger(Access.hosting(city, scene.dice()));
        scene.scribe().succeeded(scene.begin(), thief);
        return "somebody signs in from a rented server in %s, on a new device".formatted(city.name());
    }

    private static String throughMailbox(Scene scene) {
        Source thief = scene.stranger(Access.vpn(scene.victim().city(), scene.dice()));
        scene.scribe()
                .passwordReset(scene.begin(), scene.after(3), thief)
                .succeeded(scene.after(5), thief)
                .payoutChanged(scene.after(8), thief);
        return "somebody resets the password by e-mail, then changes the bank account";
    }

    private static String farAway(Scene scene) {
        City city = scene.abroad(OTHER_END_OF_THE_WORLD_KM, Double.MAX_VALUE);
        Source thief = scene.stranger(Access.home(city, scene.dice()));
        scene.scribe().succeeded(scene.begin(), thief);
        return "the owner was at home in %s minutes ago; somebody signs in from %s"
                .formatted(scene.victim().city().name(), city.name());
    }

    private static String guessing(Scene scene) {
        City city = scene.victim().city();
        double seconds = 0;
        for (int i = 0; i < GUESSES; i++) {
            scene.scribe().failed(scene.after(seconds), scene.stranger(Access.hosting(city, scene.dice())));
            seconds += scene.dice().between(0.2, 0.5);
        }
        scene.scribe().succeeded(scene.after(seconds), scene.stranger(Access.hosting(city, scene.dice())));
        return "%d wrong passwords from rented servers within seconds, then the right one".formatted(GUESSES);
    }

    private static String promptBombing(Scene scene) {
        Source thief = scene.stranger(Access.hosting(scene.victim().city(), scene.dice()));
        for (int i = 0; i < PROMPTS; i++) {
            scene.scribe().refused(scene.after(1.5 * i), thief);
        }
        scene.scribe().confirmed(scene.after(1.5 * PROMPTS), thief);
        return "somebody who has the password asks for the second factor; refused %d times, then confirmed"
                .formatted(PROMPTS);
    }

    /** The thief sits behind an exit in the owner's city: only the session tells. */
    private static String stolenSession(Scene scene) {
        Source owner = scene.owner();
        Source thief = Source.newBuilder(
                        scene.stranger(Access.vpn(scene.victim().city(), scene.dice())))
                .setSessionId(owner.getSessionId())
                .build();
        scene.scribe().succeeded(scene.begin(), owner).resumed(scene.after(6), thief);
        return "the owner signs in at home; seconds later the same session is used on another device, through a VPN";
    }

    private static String shuttingOut(Scene scene) {
        Source thief = scene.stranger(Access.vpn(scene.victim().city(), scene.dice()));
        scene.scribe()
                .succeeded(scene.begin(), thief)
                .changed(scene.after(3), ChangeType.EMAIL_CHANGED, thief)
                .payoutChanged(scene.after(7), thief);
        return "somebody signs in, changes the e-mail address, then the bank account";
    }

    private static String fewGuesses(Scene scene) {
        guess(scene);
        return "%d wrong passwords from one device, a second apart, then the right one".formatted(FEW_GUESSES);
    }

    private static String guessingForMoney(Scene scene) {
        Source thief = guess(scene);
        scene.scribe().payoutChanged(scene.after(FEW_GUESSES + 3), thief);
        return "%d wrong passwords, the right one, and another bank account".formatted(FEW_GUESSES);
    }

    private static Source guess(Scene scene) {
        Source thief = scene.stranger(Access.hosting(scene.victim().city(), scene.dice()));
        for (int i = 0; i < FEW_GUESSES; i++) {
            scene.scribe().failed(scene.after(i), thief);
        }
        scene.scribe().succeeded(scene.after(FEW_GUESSES), thief);
        return thief;
    }

    private static String fromOtherCity(Scene scene) {
        City city = scene.dice().pick(scene.candidate().citiesFarFromUsual(NEW_CITY_KM));
        scene.scribe().succeeded(scene.begin(), scene.stranger(Access.home(city, scene.dice())));
        return "somebody signs in from %s, on a new device".formatted(city.name());
    }
}
