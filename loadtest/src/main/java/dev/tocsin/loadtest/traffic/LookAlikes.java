package dev.tocsin.loadtest.traffic;

import dev.tocsin.event.ChangeType;
import dev.tocsin.event.Severity;
import dev.tocsin.event.Source;
import java.util.List;

/** What honest people do that looks like a takeover, and should be quiet or low. */
final class LookAlikes {
    private static final double ABROAD_KM = 300;

    private LookAlikes() {}

    static List<Plot> plots() {
        return List.of(
                new Plot(
                        "forgotten password, then new bank account",
                        Expectation.atMost(Severity.MEDIUM, "reset-then-payout-change"),
                        candidate -> candidate.person().isSeller() && candidate.isLongSettledAndRests(),
                        LookAlikes::forgottenPassword),
                new Plot(
                        "traveller after a flight",
                        Expectation.atMost(Severity.LOW, "new-country", "new-asn"),
                        candidate -> candidate.person().usesMfa() && candidate.isSettledAndRests(),
                        LookAlikes::traveller),
                new Plot(
                        "phone roaming abroad",
                        Expectation.atMost(Severity.LOW, "new-country", "new-asn"),
                        Candidate::isSettledPhoneUserAndRests,
                        LookAlikes::roaming),
                new Plot("typing errors", Expectation.quiet(), Candidate::isSettled, LookAlikes::typingErrors),
                new Plot(
                        "new phone",
                        Expectation.atMost(Severity.LOW, "new-device"),
                        Candidate::isSettled,
                        LookAlikes::newPhone),
                new Plot(
                        "own laptop through a VPN",
                        Expectation.atMost(Severity.LOW, "new-country", "new-asn", "anonymous-network"),
                        Candidate::isSettledAndRests,
                        LookAlikes::vpn),
                new Plot(
                        "new bank account",
                        Expectation.quiet(),
                        candidate -> candidate.person().isSeller() && candidate.isSettled(),
                        LookAlikes::newBankAccount),
                new Plot(
                        "help desk resets and corrects",
                        Expectation.quiet(),
                        Candidate::isSettledAndRests,
                        LookAlikes::helpDesk),
                new Plot(
                        "password changed after an alert",
                        Expectation.atMost(Severity.LOW, "new-country", "new-asn", "anonymous-network"),
                        Candidate::isSettledAndRests,
                        LookAlikes::answer));
    }

    private static String forgottenPassword(Scene scene) {
        Source owner = scene.owner();
        scene.scribe()
                .failed(scene.begin(), owner)
                .passwordReset(scene.after(3), scene.after(6), owner)
                .succeeded(scene.after(8), owner)
                .payoutChanged(scene.after(12), owner);
        return "the owner, at home on a device known for a month, resets the password and changes the bank account";
    }

    private static String traveller(Scene scene) {
        City city = inReach(scene);
        Source hotel = Access.hotel(city, scene.dice()).visit(scene.victim().mainDevice(), scene.dice());
        scene.scribe().succeededWithMfa(scene.begin(), hotel);
        return "the owner, half a day after the last login at home, signs in from a hotel in %s with the second factor"
                .formatted(city.name());
    }

    /** Abroad, and the owner has had the time to fly there. */
    private static City inReach(Scene scene) {
        City home = scene.victim().city();
        return scene.dice()
                .pick(Atlas.where(city -> city.isAbroadFrom(home)
                        && city.kmTo(home) > ABROAD_KM
                        && Trip.journey(home, city).compareTo(Candidate.REST) < 0));
    }

    private static String roaming(Scene scene) {
        City city = inReach(scene);
        scene.scribe()
                .succeeded(
                        scene.begin(), Access.mobile(city).visit(scene.victim().phone(), scene.dice()));
        return "the owner's phone, after half a day, on a carrier in %s".formatted(city.name());
    }

    private static String typingErrors(Scene scene) {
        Source owner = scene.owner();
        scene.scribe()
                .failed(scene.begin(), owner)
                .failed(scene.after(3), owner)
                .failed(scene.after(7), owner)
                .failed(scene.after(9), owner)
                .succeeded(scene.after(12), owner);
        return "the owner mistypes the password four times";
    }

    private static String newPhone(Scene scene) {
        Device phone = Device.phone(scene.dice());
        scene.scribe().succeeded(scene.begin(), scene.victim().home().visit(phone, scene.dice()));
        return "the owner signs in at home on a new phone";
    }

    private static String vpn(Scene scene) {
        City exit = scene.abroad(ABROAD_KM, Double.MAX_VALUE);
        scene.scribe()
                .succeeded(
                        scene.begin(),
                        Access.vpn(exit, scene.dice()).visit(scene.victim().mainDevice(), scene.dice()));
        return "the owner's usual device, through a VPN exit in %s".formatted(exit.name());
    }

    private static String newBankAccount(Scene scene) {
        Source owner = scene.owner();
        scene.scribe().succeeded(scene.begin(), owner).payoutChanged(scene.after(5), owner);
        return "the owner signs in at home and changes the bank account";
    }

    private static String helpDesk(Scene scene) {
        scene.scribe()
                .changedBySupport(scene.begin(), ChangeType.PASSWORD_RESET)
                .changedBySupport(scene.after(4), ChangeType.EMAIL_CHANGED)
                .succeeded(scene.after(9), scene.owner());
        return "the help desk resets the password and corrects the e-mail address; the owner signs in at home";
    }

    /** If the detectors took the owner's answer for the thief's next step, it would be worse than the alert. */
    private static String answer(Scene scene) {
        vpn(scene);
        Source home = scene.owner();
        scene.scribe().succeeded(scene.after(6), home).changed(scene.after(10), ChangeType.PASSWORD_CHANGED, home);
        return "the owner, told of a login abroad that was the VPN's, changes the password at home";
    }
}
