package dev.tocsin.detection;

import static dev.tocsin.detection.Runs.logins;
import static dev.tocsin.detection.Runs.then;
import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Login;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a success belongs to a burst, to the millisecond; who it may have been is {@link BurstThenSuccessDetectorTest}'s. */
class BurstThenSuccessThresholdsTest {
    private static final String ID = "burst-then-success";

    static List<Story> edges() {
        long alerted = 64_000;
        return List.of(
                when("four failures", success(fail(4, Who.THIEF), Who.THIEF)).isQuiet(),
                when("run just inside ten minutes", after(then(fail(4, Who.THIEF), failedAt(599_999)), 700_000))
                        .fires(CRITICAL),
                when("run of ten minutes", after(then(fail(4, Who.THIEF), failedAt(600_000)), 700_000))
                        .isQuiet(),
                when("thirty minutes after the last", after(fail(5, Who.THIEF), 4_000 + 1_800_000))
                        .fires(CRITICAL),
                when("a millisecond later", after(fail(5, Who.THIEF), 4_000 + 1_800_001))
                        .isQuiet(),
                when(
                                "thirty minutes after the run, with a failure since",
                                after(then(fail(5, Who.THIEF), failedAt(1_500_000)), 4_000 + 1_800_001))
                        .isQuiet(),
                when("again", twice(alerted + 60_000, Who.THIEF)).isCoolingDown(),
                when("just below an hour after the alert", twice(alerted + 3_599_999, Who.THIEF))
                        .isCoolingDown(),
                when("an hour after the alert", twice(alerted + 3_600_000, Who.THIEF))
                        .fires(CRITICAL),
                when(
                                "the owner first and a stranger at once",
                                then(
                                        success(fail(5, Who.THIEF), Who.OWNER),
                                        Who.THIEF
                                                .apply(login("next", NOW.plusSeconds(65)))
                                                .build()))
                        .fires(CRITICAL),
                when(
                                "a stranger first and then the owner",
                                then(
                                        success(fail(5, Who.THIEF), Who.THIEF),
                                        login("next", NOW.plusSeconds(65)).build()))
                        .isCoolingDown(),
                when("just inside the grace", List.of(at(0), at(-3_600_000))).isQuiet(),
                when("later than the grace", List.of(at(0), at(-3_600_001))).isNotEvaluable("late"));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void edges_are_met_to_the_millisecond(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void failure_that_arrives_after_the_success_completes_the_burst() {
        List<AccountEvent> four = success(fail(4, Who.THIEF), Who.THIEF);

        assertThat(Runs.alerts(ID, four)).isEmpty();
        assertThat(Runs.alerts(ID, then(four, failed(Who.THIEF))))
                .singleElement()
                .satisfies(alert -> assertThat(ids(alert)).containsExactly("more", "in"));
    }

    @Test
    void success_of_the_owner_that_arrives_late_does_not_take_the_alert_away() {
        List<Login> early = List.of(login("home", NOW.plusSeconds(30)).build());

        List<Alert> alerts = Runs.alerts(ID, then(success(fail(5, Who.THIEF), Who.THIEF), early));

        assertThat(alerts).extracting(alert -> alert.signal().severity()).containsExactlyInAnyOrder(LOW, CRITICAL);
    }

    private static List<String> ids(Alert alert) {
        return alert.signal().evidence().stream().map(Evidence::eventId).toList();
    }

    private static List<Login> fail(int count, UnaryOperator<LoginBuilder> from) {
        return logins("f", count, NOW, login -> from.apply(login).failed());
    }

    private static Login failed(UnaryOperator<LoginBuilder> from) {
        return from.apply(login("more", NOW.plusSeconds(5))).failed().build();
    }

    private static Login failedAt(long millis) {
        return Who.THIEF.apply(login("more", NOW.plusMillis(millis))).failed().build();
    }

    private static List<AccountEvent> success(List<? extends AccountEvent> failures, UnaryOperator<LoginBuilder> from) {
        return then(failures, from.apply(login("in", NOW.plusSeconds(64))).build());
    }

    private static List<AccountEvent> after(List<? extends AccountEvent> failures, long millis) {
        return then(failures, at(millis));
    }

    private static Login at(long millis) {
        return Who.THIEF.apply(login("in" + millis, NOW.plusMillis(millis))).build();
    }

    /** A burst with its success, and another of one moment, so many milliseconds after the first success. */
    private static List<AccountEvent> twice(long millis, UnaryOperator<LoginBuilder> from) {
        List<AccountEvent> events = new ArrayList<>(success(fail(5, from), from));
        for (int i = 0; i < 5; i++) {
            events.add(
                    from.apply(login("g" + i, NOW.plusMillis(millis))).failed().build());
        }
        events.add(from.apply(login("in-again", NOW.plusMillis(millis))).build());
        return events;
    }
}
