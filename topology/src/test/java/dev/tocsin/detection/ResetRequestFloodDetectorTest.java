package dev.tocsin.detection;

import static dev.tocsin.detection.Runs.changes;
import static dev.tocsin.detection.Runs.then;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResetRequestFloodDetectorTest {
    private static final String ID = "reset-request-flood";

    static List<Story> requests() {
        return List.of(
                when("four", asked(4, Initiator.OWNER)).isQuiet(),
                when("five", asked(5, Initiator.OWNER)).fires(LOW),
                when("five by who knows whom", asked(5, Initiator.UNKNOWN)).fires(LOW),
                when("five by a system", asked(5, Initiator.SYSTEM)).fires(LOW),
                when(
                                "five from nowhere",
                                changes(
                                        "q",
                                        5,
                                        ChangeType.PASSWORD_RESET_REQUESTED,
                                        NOW,
                                        change -> change.sourceless()))
                        .fires(LOW),
                when("the sixth", asked(6, Initiator.OWNER)).isCoolingDown(),
                when("a flood", asked(40, Initiator.OWNER)).isCoolingDown());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void fifth_request_within_an_hour_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> quiet() {
        return List.of(
                when("by support", asked(9, Initiator.SUPPORT)).isQuiet(),
                when("by an admin", asked(9, Initiator.ADMIN)).isQuiet(),
                when(
                                "support's after four of the owner",
                                then(asked(4, Initiator.OWNER), request(10, Initiator.SUPPORT)))
                        .isQuiet(),
                when(
                                "the owner's fourth among support's",
                                then(
                                        then(asked(3, Initiator.OWNER), request(10, Initiator.SUPPORT)),
                                        request(11, Initiator.OWNER)))
                        .isQuiet(),
                when("resets done", changes("r", 9, ChangeType.PASSWORD_RESET, NOW, change -> change))
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void what_nobody_from_outside_asked_for_stays_silent(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> edges() {
        return List.of(
                when("first just inside the hour", then(asked(4, Initiator.OWNER), request(3_599_999, Initiator.OWNER)))
                        .fires(LOW),
                when(
                                "first just outside the hour",
                                then(asked(4, Initiator.OWNER), request(3_600_000, Initiator.OWNER)))
                        .isQuiet(),
                when("just below an hour after the alert", again(4_000 + 3_599_999))
                        .isCoolingDown(),
                when("an hour after the alert", again(4_000 + 3_600_000)).fires(LOW),
                when("just inside the grace", late(3_600_000)).isQuiet(),
                when("later than the grace", late(3_600_001)).isNotEvaluable("late"));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void edges_are_met_to_the_millisecond(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void request_that_arrives_out_of_order_moves_the_alert_to_the_fifth() {
        List<Alert> alerts = Runs.alerts(ID, then(asked(5, Initiator.OWNER), request(500, Initiator.OWNER)));

        assertThat(alerts).singleElement().satisfies(alert -> assertThat(
                        alert.signal().evidence())
                .extracting(Evidence::eventId)
                .containsExactly("q-03"));
    }

    @Test
    void late_request_does_not_complete_a_flood_that_nobody_can_count_any_more() {
        List<AccountEvent> four = then(
                asked(4, Initiator.OWNER), login("home", NOW.plusSeconds(3_700)).build());
        TestAccount account = TestAccount.settledInOslo();
        then(four, request(1, Initiator.OWNER)).forEach(account::sees);

        assertThat(account.alerts(ID)).isEmpty();
        assertThat(account.lastEvaluation(ID).reason()).isEqualTo("late");
    }

    @Test
    void alert_says_what_was_counted() {
        TestAccount account = TestAccount.settledInOslo();
        changes("q", 5, ChangeType.PASSWORD_RESET_REQUESTED, NOW, change -> change.from(Place.LAGOS)
                        .device("stranger"))
                .forEach(account::sees);
        Alert alert = Told.last(account, ID);

        assertThat(alert.signal().facts())
                .containsExactly(
                        entry("requests", "5"),
                        entry("window", "1 h"),
                        entry("threshold", "5"),
                        entry("device", "new device"),
                        entry("ip", "105.112.4.7"),
                        entry("country", "NG"));
        assertThat(alert.signal().evidence())
                .containsExactly(new Evidence("q-04", "the request that reached the threshold", NOW.plusSeconds(4)));
        assertThat(Told.of(account, ID).summary())
                .isEqualTo("5 password resets asked for in 1 h, the last from a new device. Threshold: 5.");
        assertThat(Told.detector(ID).recommend(LOW)).isEqualTo(Action.NOTIFY_OWNER);
    }

    private static List<AccountChange> asked(int count, Initiator who) {
        return changes("q", count, ChangeType.PASSWORD_RESET_REQUESTED, NOW, change -> change.by(who));
    }

    private static AccountChange request(long millis, Initiator who) {
        return change("x" + millis, ChangeType.PASSWORD_RESET_REQUESTED, NOW.plusMillis(millis))
                .by(who)
                .build();
    }

    /** Five, and five of one moment. */
    private static List<AccountEvent> again(long millis) {
        List<AccountEvent> all = new ArrayList<>(asked(5, Initiator.OWNER));
        for (int i = 0; i < 5; i++) {
            all.add(change("g" + i, ChangeType.PASSWORD_RESET_REQUESTED, NOW.plusMillis(millis))
                    .build());
        }
        return all;
    }

    private static List<AccountEvent> late(long byMillis) {
        return List.of(login("home", NOW).build(), request(-byMillis, Initiator.OWNER));
    }
}
