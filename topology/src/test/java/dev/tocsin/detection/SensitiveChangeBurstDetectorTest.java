package dev.tocsin.detection;

import static dev.tocsin.account.ChangeType.API_KEY_CREATED;
import static dev.tocsin.account.ChangeType.EMAIL_CHANGED;
import static dev.tocsin.account.ChangeType.MFA_DISABLED;
import static dev.tocsin.account.ChangeType.PASSWORD_CHANGED;
import static dev.tocsin.account.ChangeType.PAYOUT_CHANGED;
import static dev.tocsin.account.ChangeType.PHONE_CHANGED;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SensitiveChangeBurstDetectorTest {
    private static final String ID = "sensitive-change-burst";

    static List<Story> bursts() {
        return List.of(
                when("two types", thief(PASSWORD_CHANGED, EMAIL_CHANGED)).isQuiet(),
                when("two types again and again", thief(PASSWORD_CHANGED, EMAIL_CHANGED, EMAIL_CHANGED, EMAIL_CHANGED))
                        .isQuiet(),
                when("three types", thief(PASSWORD_CHANGED, EMAIL_CHANGED, PAYOUT_CHANGED))
                        .fires(HIGH),
                when("three types on the owner's laptop", owner(PASSWORD_CHANGED, EMAIL_CHANGED, PAYOUT_CHANGED))
                        .fires(MEDIUM),
                when("a fourth", thief(PASSWORD_CHANGED, EMAIL_CHANGED, PAYOUT_CHANGED, API_KEY_CREATED))
                        .isCoolingDown(),
                when("the last from the owner's laptop", lastBy(Place.OSLO, "laptop"))
                        .fires(MEDIUM),
                when("the last from no device", lastBy(Place.OSLO, null)).fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("bursts")
    void third_type_within_half_an_hour_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    /** Two sensitive changes, and then each type there is. */
    @ParameterizedTest
    @EnumSource(ChangeType.class)
    void only_sensitive_types_count(ChangeType type) {
        List<AccountEvent> events = thief(MFA_DISABLED, API_KEY_CREATED, type);
        boolean isThird = type.isSensitive() && type != MFA_DISABLED && type != API_KEY_CREATED;

        Story story = isThird
                ? when("third", events).fires(HIGH)
                : when("no third", events).isQuiet();
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> staff() {
        return List.of(
                when("all by support", changes(Initiator.SUPPORT, PASSWORD_CHANGED, EMAIL_CHANGED, PAYOUT_CHANGED))
                        .isQuiet(),
                when(
                                "the last by an admin",
                                Runs.then(
                                        thief(PASSWORD_CHANGED, EMAIL_CHANGED),
                                        at(9_000, PAYOUT_CHANGED)
                                                .by(Initiator.ADMIN)
                                                .build()))
                        .isQuiet(),
                when(
                                "the first by support",
                                Runs.then(
                                        changes(Initiator.SUPPORT, PASSWORD_CHANGED),
                                        at(8_000, EMAIL_CHANGED).build(),
                                        at(9_000, PAYOUT_CHANGED).build()))
                        .isQuiet(),
                when(
                                "all by who knows whom",
                                changes(Initiator.UNKNOWN, PASSWORD_CHANGED, EMAIL_CHANGED, PAYOUT_CHANGED))
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("staff")
    void changes_by_staff_do_not_count(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> edges() {
        List<AccountEvent> two = thief(PASSWORD_CHANGED, EMAIL_CHANGED);
        long window = Duration.ofMinutes(30).toMillis();
        long alerted = 2_000;
        return List.of(
                when(
                                "first half an hour ago",
                                Runs.then(two, at(window, PAYOUT_CHANGED).build()))
                        .fires(HIGH),
                when(
                                "first a millisecond longer ago",
                                Runs.then(two, at(window + 1, PAYOUT_CHANGED).build()))
                        .isQuiet(),
                when("just below an hour after the alert", again(alerted + 3_599_999))
                        .isCoolingDown(),
                when("an hour after the alert", again(alerted + 3_600_000)).fires(HIGH),
                when(
                                "more severe at once",
                                Runs.then(
                                        owner(PASSWORD_CHANGED, EMAIL_CHANGED, PAYOUT_CHANGED),
                                        at(9_000, PHONE_CHANGED).build()))
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void edges_are_met_to_the_millisecond(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @ParameterizedTest
    @MethodSource("youngAndOld")
    void account_of_less_than_two_days_is_being_set_up(Story story) {
        story.happensTo(TestAccount.fresh(), ID);
    }

    static List<Story> youngAndOld() {
        return List.of(
                when("first event of all", thief(PASSWORD_CHANGED, EMAIL_CHANGED, PAYOUT_CHANGED))
                        .isQuiet(),
                when("just below two days", aged(Duration.ofDays(2).minusMillis(1)))
                        .isQuiet(),
                when("two days", aged(Duration.ofDays(2))).fires(HIGH));
    }

    @Test
    void order_of_arrival_does_not_matter() {
        List<AccountEvent> all = thief(PASSWORD_CHANGED, EMAIL_CHANGED, PAYOUT_CHANGED, PHONE_CHANGED);
        List<AccountEvent> firstLast = List.of(all.get(1), all.get(2), all.get(3), all.get(0));

        assertThat(Runs.alerts(ID, firstLast)).singleElement().satisfies(alert -> assertThat(
                        alert.signal().evidence())
                .extracting(Evidence::eventId)
                .containsExactly("c0", "c1", "c2"));
    }

    /** Changes are remembered for a week, so that here, unlike for counts, a late one still tells. */
    @Test
    void change_that_comes_later_than_the_grace_completes_a_burst() {
        List<AccountEvent> all = thief(PASSWORD_CHANGED, EMAIL_CHANGED, PAYOUT_CHANGED);
        TestAccount account = TestAccount.settledInOslo()
                .sees(
                        all.get(0),
                        all.get(2),
                        login("home", NOW.plusSeconds(7_200)).build(),
                        all.get(1));

        assertThat(account.alerts(ID)).singleElement().satisfies(alert -> {
            assertThat(alert.late()).isTrue();
            assertThat(alert.signal().severity()).isEqualTo(HIGH);
            assertThat(alert.signal().evidence()).extracting(Evidence::eventId).containsExactly("c0", "c1", "c2");
        });
    }

    @Test
    void alert_names_the_changes() {
        TestAccount account = TestAccount.settledInOslo();
        thief(PASSWORD_CHANGED, EMAIL_CHANGED, PASSWORD_CHANGED, PAYOUT_CHANGED).forEach(account::sees);
        Alert alert = Told.last(account, ID);

        assertThat(alert.signal().facts())
                .containsExactly(
                        entry("changes", "e-mail address changed, password changed, payout destination changed"),
                        entry("types", "3"),
                        entry("window", "30 min"),
                        entry("threshold", "3"),
                        entry("device", "new device"),
                        entry("ip", "105.112.4.7"),
                        entry("country", "NG"));
        assertThat(alert.signal().evidence())
                .containsExactly(
                        new Evidence("c1", "e-mail address changed", NOW.plusSeconds(1)),
                        new Evidence("c2", "password changed", NOW.plusSeconds(2)),
                        new Evidence("c3", "payout destination changed", NOW.plusSeconds(3)));
        assertThat(Told.of(account, ID).summary())
                .isEqualTo("e-mail address changed, password changed, payout destination changed within 30 min,"
                        + " the last from a new device. Threshold: 3 different changes.");
        assertThat(Told.detector(ID).recommend(HIGH)).isEqualTo(Action.LOCK_ACCOUNT);
        assertThat(Told.detector(ID).recommend(MEDIUM)).isEqualTo(Action.NOTIFY_OWNER);
    }

    private static ChangeBuilder at(long millis, ChangeType type) {
        return change("x" + millis + type, type, NOW.plusMillis(millis))
                .from(Place.LAGOS)
                .device("stranger");
    }

    private static List<AccountEvent> thief(ChangeType... types) {
        return changes(Initiator.OWNER, types);
    }

    private static List<AccountEvent> owner(ChangeType... types) {
        return changes(change -> change, types);
    }

    private static List<AccountEvent> changes(Initiator who, ChangeType... types) {
        return changes(change -> change.from(Place.LAGOS).device("stranger").by(who), types);
    }

    /** One change a second. */
    private static List<AccountEvent> changes(UnaryOperator<ChangeBuilder> kind, ChangeType... types) {
        List<AccountEvent> events = new ArrayList<>();
        for (ChangeType type : types) {
            int i = events.size();
            events.add(kind.apply(change("c" + i, type, NOW.plusSeconds(i))).build());
        }
        return events;
    }

    private static List<AccountEvent> lastBy(Place place, @Nullable String device) {
        return Runs.then(
                thief(PASSWORD_CHANGED, EMAIL_CHANGED),
                at(9_000, PAYOUT_CHANGED).from(place).device(device).build());
    }

    private static List<AccountEvent> again(long millis) {
        return Runs.then(
                thief(PASSWORD_CHANGED, EMAIL_CHANGED, PAYOUT_CHANGED),
                at(millis, PASSWORD_CHANGED).build(),
                at(millis, EMAIL_CHANGED).build(),
                at(millis, PHONE_CHANGED).build());
    }

    /** The third change comes so long after the account's first event. */
    private static List<AccountEvent> aged(Duration age) {
        List<AccountEvent> events = new ArrayList<>();
        events.add(login("first", NOW.plusSeconds(2).minus(age)).build());
        events.addAll(thief(PASSWORD_CHANGED, EMAIL_CHANGED, PAYOUT_CHANGED));
        return events;
    }
}
