package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.Login;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a country begins and ceases to be new, and when it is told again. */
class NewCountryTrustTest {
    private static final String ID = "new-country";

    static List<Story> probation() {
        return List.of(
                when("second login a day later", lagos().build(), lagos("2", 24).build())
                        .fires(MEDIUM),
                when(
                                "third login, second day",
                                lagos().build(),
                                lagos("2", 1).build(),
                                lagos("3", 24).build())
                        .fires(MEDIUM),
                when(
                                "fourth login, by then three on two days",
                                lagos().build(),
                                lagos("2", 1).build(),
                                lagos("3", 24).build(),
                                lagos("4", 48).build())
                        .isQuiet(),
                when(
                                "attacker's fourth login: the first one's HIGH alert is open",
                                stranger("1", 0).build(),
                                stranger("2", 1).build(),
                                stranger("3", 24).build(),
                                stranger("4", 48).build())
                        .fires(HIGH),
                when(
                                "country that was passed with MFA is known",
                                lagos().mfaPassed().build(),
                                lagos("2", 25).build())
                        .isQuiet());
    }

    @ParameterizedTest
    @MethodSource("probation")
    void country_on_probation_fires_until_it_is_known(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** The last login from home was three days before NOW. */
    static List<Story> edges() {
        Instant expiry = NOW.plus(Duration.ofDays(90 - 3));
        Instant relearn = NOW.plus(Duration.ofDays(180 - 3));
        return List.of(
                when("home, 90 days unseen", abroadUntil(expiry)).isQuiet(),
                when("home, 91 days unseen", abroadUntil(expiry.plus(Duration.ofDays(1))))
                        .fires(MEDIUM),
                when(
                                "home, 91 days of silence",
                                login("1", expiry.plus(Duration.ofDays(1))).build())
                        .isQuiet(),
                when(
                                "home, years of silence",
                                login("1", NOW.plus(Duration.ofDays(1_000))).build())
                        .isQuiet(),
                when("stranger, 180 days of silence", stranger("1", relearn)).fires(HIGH),
                when("stranger, just over 180 days of silence", stranger("1", relearn.plusMillis(1)))
                        .isLearning(),
                when(
                                "again just below 24 h",
                                lagos().build(),
                                lagos("2", 24, -1).build())
                        .isCoolingDown(),
                when("again at 24 h", lagos().build(), lagos("2", 24).build()).fires(MEDIUM),
                when(
                                "again at once, more severe",
                                lagos().build(),
                                stranger("2", 1).build())
                        .fires(HIGH),
                when(
                                "again at once, less severe",
                                stranger().build(),
                                lagos("2", 1).build())
                        .isCoolingDown(),
                when(
                                "another country at once",
                                lagos().build(),
                                login("2", NOW.plusSeconds(60))
                                        .from(Place.BERLIN)
                                        .build())
                        .fires(MEDIUM));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void threshold_is_met_exactly(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void country_that_expired_is_told_as_unseen() {
        TestAccount account = TestAccount.settledInOslo();
        abroadUntil(NOW.plus(Duration.ofDays(100))).forEach(account::sees);

        assertThat(Told.last(account, ID).signal().facts())
                .containsEntry("country", "NO")
                .containsEntry("trust", "unseen")
                .containsEntry("known_countries", "SE");
    }

    /** With the laptop in Sweden, known by MFA, every other week, and then at home. */
    private static List<Login> abroadUntil(Instant home) {
        List<Login> logins = new ArrayList<>();
        for (Instant at = NOW; at.isBefore(home); at = at.plus(Duration.ofDays(14))) {
            logins.add(login("se" + logins.size(), at)
                    .from(Place.STOCKHOLM)
                    .mfaPassed()
                    .build());
        }
        logins.add(login("home", home).build());
        return logins;
    }

    private static Login stranger(String id, Instant at) {
        return login(id, at).from(Place.LAGOS).device("stranger").build();
    }

    private static LoginBuilder lagos() {
        return lagos("1", 0);
    }

    private static LoginBuilder lagos(String id, int hours) {
        return lagos(id, hours, 0);
    }

    private static LoginBuilder lagos(String id, int hours, int millis) {
        return login(id, NOW.plus(Duration.ofHours(hours)).plusMillis(millis)).from(Place.LAGOS);
    }

    private static LoginBuilder stranger() {
        return stranger("1", 0);
    }

    private static LoginBuilder stranger(String id, int hours) {
        return lagos(id, hours).device("stranger");
    }
}
