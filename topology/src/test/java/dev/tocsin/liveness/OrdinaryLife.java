package dev.tocsin.liveness;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.account.Network;
import dev.tocsin.detection.Severity;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What honest people do that might look like a takeover, and the worst that DETECTORS.md lets be said of it. */
@SuppressWarnings("ImmutableEnumChecker") // neither the lists nor the lambdas have a state of their own
enum OrdinaryLife {
    NOTHING_SPECIAL(null, life -> life.days(30)),

    /** Abroad with the laptop, after a flight and before one. */
    TRAVEL(Severity.MEDIUM, life -> {
        life.later(Duration.ofHours(14));
        for (int day = 0; day < 4; day++) {
            life.login(login -> hotel(Life.laptop(login))).later(Duration.ofHours(24));
        }
        life.days(10);
    }),

    TRAVEL_WITH_SECOND_FACTOR(Severity.LOW, life -> {
        life.later(Duration.ofHours(14));
        life.login(login -> hotel(Life.laptop(login)).mfaPassed()).later(Duration.ofHours(24));
        life.days(10);
    }),

    /** Abroad with the phone on a foreign carrier. */
    ROAMING(Severity.LOW, life -> {
        for (int day = 0; day < 5; day++) {
            life.login(login -> life.carrier(
                            login.from(Place.STOCKHOLM).device("phone").agent(Life.PHONE_AGENT)))
                    .later(Duration.ofHours(20));
        }
        life.days(5);
    }),

    /** The carrier's gateway is in another city now and then. */
    WANDERING_GATEWAY(null, life -> {
        for (int day = 0; day < 10; day++) {
            Place gateway = day % 2 == 0 ? Place.BERGEN : Place.TROMSO;
            life.login(login -> life.carrier(login.from(gateway).device("phone").agent(Life.PHONE_AGENT))
                            .asn(2119))
                    .later(Duration.ofHours(10));
        }
    }),

    NEW_PHONE_AT_HOME(Severity.LOW, life -> {
        for (int day = 0; day < 5; day++) {
            life.login(login -> login.device("phone-2").agent("Chrome Mobile/Android/15"))
                    .later(Duration.ofHours(24));
        }
    }),

    LOST_COOKIE(Severity.INFO, life -> life.login(login -> Life.laptop(login).device("laptop-after-cleanup"))),

    /** A new browser version, and another privacy address in the home's /64. */
    UPDATES_AND_PRIVACY_ADDRESSES(null, life -> {
        for (int day = 0; day < 20; day++) {
            String address = "2001:db8:77:1:%x:%x::1".formatted(life.random().nextInt(65_536), 1 + day);
            life.login(login -> Life.laptop(login).ip(address)).later(Duration.ofHours(20));
        }
    }),

    FORGOTTEN_PASSWORD(Severity.LOW, life -> {
        life.failures(3 + life.random().nextInt(4), Life::laptop);
        life.change(ChangeType.PASSWORD_RESET_REQUESTED, Life::laptop);
        life.change(ChangeType.PASSWORD_RESET, Life::laptop);
        life.login(Life::laptop).days(3);
    }),

    HONEST_PAYOUT_CHANGE(null, life -> {
        life.login(Life::laptop);
        life.change(
                ChangeType.PAYOUT_CHANGED,
                change -> Life.laptop(change).instead("iban-1").to("iban-2"));
        life.days(3);
    }),

    /** On a device known for long, in a network known: capped. */
    HONEST_PAYOUT_CHANGE_AND_PAYOUT(Severity.MEDIUM, life -> {
        life.login(Life::laptop);
        life.change(
                ChangeType.PAYOUT_CHANGED,
                change -> Life.laptop(change).instead("iban-1").to("iban-2"));
        life.days(1);
        life.change(ChangeType.PAYOUT_REQUESTED, change -> Life.laptop(change).to("iban-2"));
    }),

    FORGOTTEN_PASSWORD_AND_PAYOUT_CHANGE(Severity.MEDIUM, life -> {
        life.failures(3, Life::laptop);
        life.change(ChangeType.PASSWORD_RESET, Life::laptop);
        life.login(Life::laptop);
        life.change(ChangeType.PAYOUT_CHANGED, change -> Life.laptop(change).to("iban-2"));
    }),

    /** The tunnel ends abroad, for the laptop only; the phone is at home at the same time. */
    CORPORATE_VPN(Severity.LOW, life -> {
        for (int day = 0; day < 15; day++) {
            life.login(login -> tunnel(Life.laptop(login))).later(life.minutes(2, 10));
            life.login(login -> login.device("phone").agent(Life.PHONE_AGENT)).later(Duration.ofHours(23));
        }
    }),

    PRIVATE_RELAY(Severity.INFO, life -> {
        for (int day = 0; day < 10; day++) {
            life.login(login -> login.from(Place.BERGEN)
                            .device("phone")
                            .agent(Life.PHONE_AGENT)
                            .asn(36183)
                            .network(Network.RELAY))
                    .later(Duration.ofHours(9));
        }
    }),

    /** Four people, four devices and one address, all at once. */
    FAMILY_BEHIND_ONE_ADDRESS(Severity.LOW, life -> {
        for (int evening = 0; evening < 8; evening++) {
            for (int member = 0; member < 4; member++) {
                String device = "tablet-" + member;
                life.login(login -> login.device(device).agent("Safari/iPadOS/18"))
                        .later(life.minutes(0, 5));
            }
            life.later(Duration.ofHours(23));
        }
    }),

    /** Nobody can log in; the app tries again and again until somebody can. */
    PUBLIC_OUTAGE(Severity.LOW, life -> {
        life.failures(
                20 + life.random().nextInt(30), login -> login.device("phone").agent(Life.PHONE_AGENT));
        life.login(login -> login.device("phone").agent(Life.PHONE_AGENT)).days(2);
    }),

    /** An app that wakes up and resumes its session, often. */
    CHATTY_APP(null, life -> {
        for (int i = 0; i < 60; i++) {
            life.login(login -> login.device("phone")
                            .agent(Life.PHONE_AGENT)
                            .session("app")
                            .method(AuthMethod.SESSION_RESUME))
                    .later(life.minutes(0, 2));
        }
    }),

    MOVED_HOUSE(Severity.LOW, life -> {
        for (int day = 0; day < 10; day++) {
            life.login(login -> Life.laptop(login.from(Place.BERGEN))).later(Duration.ofHours(20));
        }
    }),

    /** The help desk resets the password and corrects the address, while the owner is on the phone. */
    HELP_DESK(null, life -> {
        life.change(ChangeType.PASSWORD_RESET, change -> change.by(Initiator.SUPPORT)
                .sourceless());
        life.login(Life::laptop);
        life.change(
                ChangeType.EMAIL_CHANGED, change -> change.by(Initiator.SUPPORT).sourceless());
        life.days(4);
    }),

    /** Nobody logs in for a hundred days; then the owner, from the same home. */
    SEASONAL_SELLER(Severity.MEDIUM, life -> life.later(Duration.ofDays(100)).login(Life::laptop));

    /** Null for nothing at all. */
    final @Nullable Severity worst;

    private final Consumer<Life> happening;

    OrdinaryLife(@Nullable Severity worst, Consumer<Life> happening) {
        this.worst = worst;
        this.happening = happening;
    }

    Life live(long seed) {
        Life life = new Life(seed).settled();
        happening.accept(life);
        return life;
    }

    private static LoginBuilder hotel(LoginBuilder login) {
        return login.from(Place.NEW_YORK).network(Network.BUSINESS);
    }

    private static LoginBuilder tunnel(LoginBuilder login) {
        return login.from(Place.BERLIN).network(Network.VPN).asn(9009);
    }
}
