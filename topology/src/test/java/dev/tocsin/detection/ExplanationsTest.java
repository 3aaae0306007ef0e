package dev.tocsin.detection;

import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Network;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What detectors say they looked at, told of an account that is settled in Oslo. */
class ExplanationsTest {
    /**
     * A named explanation.
     *
     * @param before what happens first
     * @param expected each check as "what: seen, needs needed", with "yes" or "no" before it
     */
    private record Case(
            String name,
            String detector,
            List<? extends AccountEvent> before,
            AccountEvent event,
            List<String> expected) {
        @Override
        public String toString() {
            return detector + ": " + name;
        }
    }

    static Stream<Case> explanations() {
        return Stream.of(
                        impossibleTravel(),
                        newCountry(),
                        failedBurst(),
                        velocity(),
                        sessionReplay(),
                        tiered(),
                        following())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("explanations")
    void checks_are_told_beside_what_they_need(Case story) {
        TestAccount account = TestAccount.settledInOslo();
        story.before().forEach(account::sees);

        assertThat(account.explains(story.event(), story.detector()).examination())
                .extracting(check -> "%s %s: %s, needs %s"
                        .formatted(check.holds() ? "yes" : "no ", check.what(), check.seen(), check.needed()))
                .containsExactlyElementsOf(story.expected());
    }

    private static List<Case> impossibleTravel() {
        String id = "impossible-travel";
        List<AccountEvent> home = List.of(login("home", NOW).build());
        String outcome = "yes outcome: SUCCEEDED, needs SUCCEEDED";
        String before = "yes place before: Oslo, NO at 2026-03-02T12:00:00Z, needs any";
        String apart = "yes addresses: apart, needs apart";
        String times = "yes same trip made before: 0 times, needs fewer than 3 times";
        return List.of(
                new Case(
                        "half an hour to Lagos",
                        id,
                        home,
                        at(30, Place.LAGOS).build(),
                        List.of(
                                outcome,
                                before,
                                apart,
                                times,
                                "yes distance: 5,957 km, needs more than 500 km",
                                "yes speed: 11,914 km/h, needs more than 900 km/h")),
                new Case(
                        "seven hours to Lagos",
                        id,
                        home,
                        at(420, Place.LAGOS).build(),
                        List.of(
                                outcome,
                                before,
                                apart,
                                times,
                                "yes distance: 5,957 km, needs more than 500 km",
                                "no  speed: 851 km/h, needs more than 900 km/h")),
                new Case(
                        "near, and the speed is told all the same",
                        id,
                        home,
                        at(1, Place.BERGEN).build(),
                        List.of(
                                outcome,
                                before,
                                apart,
                                times,
                                "no  distance: 285 km, needs more than 500 km",
                                "yes speed: 17,108 km/h, needs more than 900 km/h")),
                new Case(
                        "nobody knows where",
                        id,
                        home,
                        login("1", NOW).nowhere().build(),
                        List.of(outcome, "no  position: not given, needs given")));
    }

    private static List<Case> newCountry() {
        String id = "new-country";
        String outcome = "yes outcome: SUCCEEDED, needs SUCCEEDED";
        return List.of(
                new Case(
                        "never seen",
                        id,
                        List.of(),
                        at(0, Place.LAGOS).build(),
                        List.of(
                                outcome,
                                "yes country: NG, unseen, needs not known",
                                "yes countries seen before: 1, needs at least 1",
                                "yes address: elsewhere, needs elsewhere")),
                new Case(
                        "known",
                        id,
                        List.of(),
                        login("1", NOW).build(),
                        List.of(outcome, "no  country: NO, known, needs not known")),
                new Case(
                        "not given",
                        id,
                        List.of(),
                        login("1", NOW).country(null).build(),
                        List.of(outcome, "no  country: not given, needs given")));
    }

    private static List<Case> failedBurst() {
        List<AccountEvent> eight = IntStream.range(0, 8)
                .<AccountEvent>mapToObj(
                        i -> login("f" + i, NOW.plusSeconds(i)).failed().build())
                .toList();
        return List.of(new Case(
                "nine of ten",
                "failed-burst",
                eight,
                login("f9", NOW.plusSeconds(9)).failed().build(),
                List.of(
                        "yes outcome: FAILED, needs FAILED",
                        "yes auth_method: PASSWORD, needs not SESSION_RESUME",
                        "no  failures: 9 in 10 min, needs at least 10 in 10 min")));
    }

    private static List<Case> velocity() {
        return List.of(new Case(
                "one login",
                "login-velocity-spike",
                List.of(),
                login("1", NOW).build(),
                List.of(
                        "yes auth_method: PASSWORD, needs not SESSION_RESUME",
                        "no  attempts: 1 in 5 min, needs more than 10 in 5 min, own baseline")));
    }

    private static List<Case> sessionReplay() {
        List<AccountEvent> begun = List.of(login("home", NOW).session("s").build());
        LoginBuilder thief = at(5, Place.LAGOS).device("stranger").session("s");
        String outcome = "yes outcome: SUCCEEDED, needs SUCCEEDED";
        String session = "yes session: begun before, needs begun before";
        return List.of(
                new Case(
                        "stolen",
                        "session-replay",
                        begun,
                        thief.build(),
                        List.of(
                                outcome,
                                session,
                                "yes device: not the session's own, needs another",
                                "yes network: AS37148, needs not AS2119, the session's")),
                new Case(
                        "no device",
                        "session-replay",
                        begun,
                        at(5, Place.LAGOS).device(null).session("s").build(),
                        List.of(
                                outcome,
                                session,
                                "yes device: not the session's own, needs another",
                                "no  device: not given, needs given")));
    }

    private static List<Case> tiered() {
        String id = "reset-then-payout-change";
        String completes = "yes change: PAYOUT_CHANGED, needs PAYOUT_CHANGED";
        AccountEvent payout = changed(0, ChangeType.PAYOUT_CHANGED).build();
        return List.of(
                new Case(
                        "in time",
                        id,
                        List.of(changed(-2, ChangeType.PASSWORD_RESET).build()),
                        payout,
                        List.of(
                                completes,
                                "yes earlier change: PASSWORD_RESET 2 h before, needs PASSWORD_RESET, at most 72 h before")),
                new Case(
                        "too long ago",
                        id,
                        List.of(changed(-80, ChangeType.PASSWORD_RESET).build()),
                        payout,
                        List.of(
                                completes,
                                "no  earlier change: PASSWORD_RESET 3 d before, needs PASSWORD_RESET, at most 72 h before")),
                new Case(
                        "never",
                        id,
                        List.of(),
                        payout,
                        List.of(completes, "no  earlier change: none, needs PASSWORD_RESET, at most 72 h before")),
                new Case(
                        "another change",
                        id,
                        List.of(),
                        changed(0, ChangeType.EMAIL_CHANGED).build(),
                        List.of("no  change: EMAIL_CHANGED, needs PAYOUT_CHANGED")));
    }

    private static List<Case> following() {
        String id = "new-location-then-sensitive";
        List<AccountEvent> strange =
                List.of(at(-60, Place.LAGOS).device("stranger").build());
        String completes = "yes change: EMAIL_CHANGED, needs a sensitive change";
        String needed = "needs one that raised an alert about its place, at most 24 h before";
        return List.of(
                new Case(
                        "by the stranger",
                        id,
                        strange,
                        changed(0, ChangeType.EMAIL_CHANGED)
                                .from(Place.LAGOS)
                                .device("stranger")
                                .build(),
                        List.of(
                                completes,
                                "yes earlier login: one 1 h before, " + needed,
                                "yes device of the change: not known before the alert, needs not the owner's, or"
                                        + " PAYOUT_CHANGED")),
                new Case(
                        "the owner's answer",
                        id,
                        strange,
                        changed(0, ChangeType.EMAIL_CHANGED).build(),
                        List.of(
                                completes,
                                "yes earlier login: one 1 h before, " + needed,
                                "no  device of the change: the owner's since before the alert, needs not the owner's, or"
                                        + " PAYOUT_CHANGED")),
                new Case(
                        "no alert before",
                        id,
                        List.of(),
                        changed(0, ChangeType.EMAIL_CHANGED).build(),
                        List.of(completes, "no  earlier login: none, " + needed)));
    }

    private static LoginBuilder at(int minutes, Place place) {
        return login("1", NOW.plus(Duration.ofMinutes(minutes))).from(place).network(Network.RESIDENTIAL);
    }

    private static ChangeBuilder changed(int hours, ChangeType type) {
        return change(type + "" + hours, type, NOW.plus(Duration.ofHours(hours)));
    }
}
