package dev.tocsin.loadtest.traffic;

import dev.tocsin.event.Source;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What a person does on an ordinary visit: from where, on what, and with which mishaps. */
final class Visit {
    /** Of attempts; the second try fails as often as the first. */
    static final double TYPOS = 0.04;

    /** Of logins by phone: the app wakes up, and nobody types. */
    static final double RESUMED = 0.3;

    static final double FORGOTTEN_PASSWORDS = 0.003;

    /** Of logins by laptop: without the cookie that tells the device. */
    static final double WITHOUT_COOKIES = 0.01;

    /** Of the logins of people with a second factor, on a device and in a place that the platform remembers. */
    static final double MFA_ASKED_ANYWAY = 0.1;

    /** Of the second factors asked for: the prompt times out, the wrong button, a code too late. */
    static final double MFA_REFUSED = 0.03;

    private static final double ON_MOBILE_DATA = 0.45;
    private static final double THROUGH_VPN = 0.4;
    private static final double IN_OFFICE = 0.7;

    /** Carriers route most of their customers' data home from abroad. */
    private static final double ROAMING_THROUGH_HOME = 0.8;

    private final Person person;
    private final Instant at;
    private final Dice dice;
    private final Scribe scribe;
    private final Errands errands;

    Visit(Person person, Instant at, Dice dice) {
        this.person = person;
        this.at = at;
        this.dice = dice;
        this.scribe = new Scribe(person, dice);
        this.errands = new Errands(person, dice, scribe);
    }

    /** Oldest first; none while the person is on a plane. */
    List<Event> events() {
        Trip trip = person.trip();
        if (trip != null && trip.isUnderWay(at)) {
            return List.of();
        }
        boolean byPhone = dice.chance(person.phoneShare());
        Access access = byPhone ? fromPhone() : fromLaptop();
        Source source = access.visit(byPhone ? person.phoneAt(at) : laptop(), dice);
        if (byPhone && dice.chance(RESUMED)) {
            scribe.resumed(at, source);
        } else if (access.equals(person.home()) && dice.chance(FORGOTTEN_PASSWORDS)) {
            forget(source);
        } else {
            signIn(at, access, source);
        }
        return scribe.events();
    }

    private Device laptop() {
        return dice.chance(WITHOUT_COOKIES) ? person.laptop().withoutCookies(dice) : person.laptop();
    }

    private Access fromPhone() {
        boolean onMobileData = dice.chance(ON_MOBILE_DATA);
        Trip trip = person.trip();
        if (trip == null || !trip.isThere(at)) {
            return onMobileData ? person.mobile() : person.home();
        }
        if (!onMobileData) {
            return trip.hotel();
        }
        return dice.chance(ROAMING_THROUGH_HOME)
                ? person.mobile()
                : Access.mobile(trip.hotel().city());
    }

    private Access fromLaptop() {
        Access vpn = person.vpn();
        if (vpn != null && dice.chance(THROUGH_VPN)) {
            return vpn;
        }
        Trip trip = person.trip();
        if (trip != null && trip.isThere(at)) {
            return trip.hotel();
        }
        Access office = person.office();
        return office != null && isOfficeHour() && dice.chance(IN_OFFICE) ? office : person.home();
    }

    private boolean isOfficeHour() {
        OffsetDateTime local = at.atOffset(ZoneOffset.ofHours(person.city().hoursEast()));
        boolean isWeekend = local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return !isWeekend && local.getHour() >= 9 && local.getHour() < 17;
    }

    private void signIn(Instant from, Access access, Source source) {
        Instant typed = from;
        while (dice.chance(TYPOS)) {
            scribe.failed(typed, source);
            typed = typed.plus(dice.seconds(4, 15));
        }
        if (person.usesMfa() && (!isUsual(access) || dice.chance(MFA_ASKED_ANYWAY))) {
            while (dice.chance(MFA_REFUSED)) {
                scribe.refused(typed, source);
                typed = typed.plus(dice.seconds(15, 60));
            }
            scribe.succeededWithMfa(typed, source);
        } else {
            scribe.succeeded(typed, source);
        }
        errands.after(typed, source);
    }

    private boolean isUsual(Access access) {
        return access.equals(person.home()) || access.equals(person.mobile()) || access.equals(person.office());
    }

    private void forget(Source source) {
        scribe.failed(at, source);
        scribe.failed(at.plusSeconds(15), source);
        Instant reset = at.plus(dice.seconds(90, 240));
        scribe.passwordReset(at.plusSeconds(40), reset, source);
        scribe.succeeded(reset.plusSeconds(12), source);
        errands.afterReset(reset, source);
    }
}
