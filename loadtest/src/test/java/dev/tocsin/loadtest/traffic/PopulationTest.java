package dev.tocsin.loadtest.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.event.ChangeType;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shares that README.md states, measured. */
class PopulationTest {
    private static final Instant OPENING = Instant.parse("2026-11-20T14:00:00Z");
    private static final Instant FROM = OPENING.minus(World.HISTORY);
    private static final List<Person> PEOPLE = people(4_000);
    private static final List<LoginEvent> LOGINS = logins(PEOPLE.subList(0, 1_500));

    private static List<Person> people(int count) {
        Population population = new Population(11, FROM, OPENING);
        return IntStream.range(0, count).mapToObj(population::person).toList();
    }

    private static List<LoginEvent> logins(List<Person> people) {
        Diary diary = new Diary(11);
        List<LoginEvent> logins = new ArrayList<>();
        for (Person person : people) {
            diary.between(person, FROM, OPENING)
                    .forEach(event -> event.fold(Optional::of, change -> Optional.<LoginEvent>empty())
                            .ifPresent(logins::add));
        }
        return logins;
    }

    private static double share(Predicate<Person> condition) {
        return (double) PEOPLE.stream().filter(condition).count() / PEOPLE.size();
    }

    private static double loginShare(Predicate<LoginEvent> condition) {
        return (double) LOGINS.stream().filter(condition).count() / LOGINS.size();
    }

    @Test
    void people_differAsDocumented() {
        assertThat(share(Person::isSeller)).isCloseTo(Population.SELLERS, within(0.03));
        assertThat(share(Person::usesMfa)).isCloseTo(Population.MFA_USERS, within(0.03));
        assertThat(share(person -> person.phoneShare() == 0)).isCloseTo(Population.LAPTOP_ONLY, within(0.03));
        assertThat(share(person -> person.phoneShare() == 1)).isCloseTo(Population.PHONE_ONLY, within(0.03));
        assertThat(share(person -> person.office() != null)).isCloseTo(Population.OFFICE_WORKERS, within(0.03));
        assertThat(share(person -> person.vpn() != null)).isCloseTo(Population.VPN_USERS, within(0.01));
        assertThat(share(person -> person.trip() != null)).isCloseTo(Population.TRAVELLERS, within(0.005));
        assertThat(share(person -> person.newPhone() != null)).isCloseTo(Population.PHONES_REPLACED, within(0.01));
    }

    @Test
    void loginRate_isHeavyTailed() {
        double[] rates =
                PEOPLE.stream().mapToDouble(Person::loginsPerDay).sorted().toArray();
        assertThat(rates[rates.length / 2]).isCloseTo(Population.LOGINS_PER_DAY, within(0.03));
        assertThat(rates[rates.length * 99 / 100]).isBetween(2.0, 3.2);
    }

    @Test
    void attempts_failAFewPerCent() {
        assertThat(loginShare(login -> login.getOutcome() == LoginOutcome.FAILED))
                .isBetween(0.03, 0.05);
    }

    @Test
    void history_hasTheSizeThatADemoCanTeachInSeconds() {
        assertThat(LOGINS.size()).isBetween(20_000, 35_000);
    }

    @Test
    void offices_areInReachOfHome() {
        for (Person person : PEOPLE) {
            Access office = person.office();
            if (office != null) {
                assertThat(office.city().kmTo(person.city())).isLessThan(80);
            }
        }
    }

    @Test
    void trips_areNoFasterThanAPlaneAndSilentUnderWay() {
        for (Person person : PEOPLE) {
            Trip trip = person.trip();
            if (trip != null) {
                double hours = Duration.between(trip.leaves(), trip.arrives()).toMinutes() / 60.0;
                assertThat(trip.hotel().city().kmTo(person.city()) / hours).isBetween(20.0, 800.0);
                Instant onTheWay = trip.leaves().plusSeconds(60);
                assertThat(new Visit(person, onTheWay, Dice.of(1, "test")).events())
                        .isEmpty();
            }
        }
    }

    @Test
    void sessions_areNewAtEachVisitInABrowserAndStayInAnApp() {
        Map<String, Set<String>> devicesBySession = new HashMap<>();
        LOGINS.forEach(login -> devicesBySession
                .computeIfAbsent(Objects.requireNonNull(login.getSource().getSessionId()), session -> new HashSet<>())
                .add(Objects.requireNonNull(login.getSource().getDeviceId())));
        assertThat(devicesBySession.values()).allMatch(devices -> devices.size() == 1);
        Person person = PEOPLE.get(0);
        Dice dice = Dice.of(1, "test");
        assertThat(session(person.mobile(), person.phone(), dice))
                .isEqualTo(session(person.home(), person.phone(), dice));
        assertThat(session(person.home(), person.laptop(), dice))
                .isNotEqualTo(session(person.home(), person.laptop(), dice));
    }

    private static @Nullable String session(Access access, Device device, Dice dice) {
        return access.visit(device, dice).getSessionId();
    }

    @Test
    void ownersDoOnceInAWhileEverythingThatIsSensitive() {
        Diary diary = new Diary(11);
        Set<ChangeType> changes = EnumSet.noneOf(ChangeType.class);
        for (Person person : PEOPLE) {
            diary.between(person, FROM, OPENING).forEach(event -> event.fold(
                            login -> Optional.<ChangeType>empty(), change -> Optional.of(change.getChange()))
                    .ifPresent(changes::add));
        }
        assertThat(changes)
                .contains(
                        ChangeType.PASSWORD_CHANGED,
                        ChangeType.EMAIL_CHANGED,
                        ChangeType.PHONE_CHANGED,
                        ChangeType.NOTIFICATIONS_CHANGED,
                        ChangeType.MFA_ENROLLED,
                        ChangeType.MFA_DISABLED,
                        ChangeType.PAYOUT_CHANGED,
                        ChangeType.PAYOUT_REQUESTED);
    }

    @Test
    void newPhone_isInThePocketFromItsDayOn() {
        Person person = PEOPLE.stream()
                .filter(one -> one.newPhone() != null)
                .findFirst()
                .orElseThrow();
        Instant since = Objects.requireNonNull(person.newPhone()).since();
        assertThat(person.phoneAt(since.minusMillis(1))).isEqualTo(person.phone());
        assertThat(person.phoneAt(since)).isNotEqualTo(person.phone());
    }

    @Test
    void addresses_belongToNobodyAndDifferByNetwork() {
        assertThat(LOGINS).allMatch(login -> login.getSource().getIp().matches("24[0-9](\\.\\d{1,3}){3}"));
        assertThat(LOGINS.stream()
                        .map(login -> login.getSource().getIp())
                        .distinct()
                        .count())
                .isGreaterThan(5_000);
    }

    @Test
    void logins_comeByDayRatherThanByNight() {
        double night = loginShare(login -> localHour(login) < 6);
        double day = loginShare(login -> localHour(login) >= 9 && localHour(login) < 15);
        assertThat(day).isGreaterThan(2.5 * night);
    }

    private static int localHour(LoginEvent login) {
        City city = Atlas.named(String.valueOf(login.getSource().getCity()));
        return login.getOccurredAt()
                .atOffset(ZoneOffset.ofHours(city.hoursEast()))
                .getHour();
    }
}
