package dev.tocsin.liveness;

import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Network;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Takeovers as they happen, told of a settled account, and detectors that must not miss them. */
@SuppressWarnings("ImmutableEnumChecker") // neither the lists nor the lambdas have a state of their own
public enum Attack {
    STOLEN_PASSWORD_FROM_A_RENTED_SERVER(
            List.of("new-country", "new-asn", "new-device", "new-context", "impossible-travel"),
            life -> life.login(Life::laptop)
                    .later(Duration.ofHours(1))
                    .login(login -> Life.stranger(login))
                    .days(2)
                    .later(Duration.ofHours(3))
                    .login(login ->
                            Life.stranger(login).network(Network.HOSTING).asn(14061))),

    WHILE_THE_OFFICE_SLEEPS(
            List.of("unusual-hour"),
            life -> life.settledInOffice().later(Duration.ofHours(21)).login(Life::stranger)),

    OWN_COUNTRY_BEHIND_TOR(
            List.of("new-city", "new-device", "anonymous-network"),
            life -> life.login(
                    login -> login.from(Place.TROMSO).device("stranger").network(Network.TOR))),

    GUESSED_FROM_MANY_ADDRESSES_THEN_EMAIL(
            List.of("failed-burst", "login-velocity-spike", "burst-then-success", "brute-then-change"), life -> {
                for (int i = 0; i < 40; i++) {
                    String ip = "105.112.%d.9".formatted(i % 5);
                    life.failures(1, login -> Life.stranger(login).ip(ip));
                }
                life.login(Life::stranger);
                life.change(ChangeType.EMAIL_CHANGED, Life::stranger);
            }),

    PROMPT_BOMBING(List.of("mfa-fatigue", "mfa-fatigue-accepted"), life -> {
        for (int i = 0; i < 7; i++) {
            life.login(login -> denied(Life.stranger(login)));
        }
        life.later(Duration.ofMinutes(5)).login(login -> Life.stranger(login).mfaPassed());
    }),

    /** The owner passes the second factor at a page in the middle, and the page keeps the session. */
    STOLEN_SESSION(
            List.of(
                    "session-replay",
                    "unusual-concurrency",
                    "notifications-off-then-payout",
                    "new-location-then-sensitive"),
            life -> life.login(login -> Life.laptop(login).session("stolen"))
                    .later(Duration.ofMinutes(4))
                    .login(login -> Life.stranger(login).session("stolen"))
                    .login(Life::stranger)
                    .change(ChangeType.NOTIFICATIONS_CHANGED, Life::stranger)
                    .change(ChangeType.PAYOUT_CHANGED, change -> money(Life.stranger(change)))),

    MAILBOX_TAKEN_OVER(
            List.of(
                    "reset-request-flood",
                    "reset-then-payout-change",
                    "new-device-then-payout",
                    "payout-change-then-withdraw"),
            life -> {
                for (int i = 0; i < 6; i++) {
                    life.change(ChangeType.PASSWORD_RESET_REQUESTED, Life::stranger);
                }
                life.change(ChangeType.PASSWORD_RESET, Life::stranger);
                life.login(Life::stranger);
                life.change(ChangeType.PAYOUT_CHANGED, change -> money(Life.stranger(change)));
                life.change(ChangeType.PAYOUT_REQUESTED, change -> Life.stranger(change)
                        .to("iban-thief"));
            }),

    LOCKED_OUT(
            List.of(
                    "sensitive-change-burst",
                    "owner-lockout",
                    "password-change-then-payout",
                    "contact-change-then-payout",
                    "mfa-enrolled-then-payout",
                    "mfa-disabled-then-payout"),
            life -> life.login(Life::stranger)
                    .change(ChangeType.PASSWORD_CHANGED, Life::stranger)
                    .change(ChangeType.EMAIL_CHANGED, Life::stranger)
                    .change(ChangeType.MFA_DISABLED, Life::stranger)
                    .change(ChangeType.MFA_ENROLLED, Life::stranger)
                    .change(ChangeType.SESSIONS_REVOKED, Life::stranger)
                    .change(ChangeType.PAYOUT_CHANGED, change -> money(Life.stranger(change)))),

    CONTACT_THEN_RESET(List.of("email-change-then-reset"), life -> life.change(ChangeType.PHONE_CHANGED, Life::stranger)
            .later(Duration.ofHours(2))
            .change(ChangeType.PASSWORD_RESET, Life::stranger)),

    SIM_SWAP(List.of("recovery-used"), life -> life.change(ChangeType.RECOVERY_USED, Life::stranger)
            .later(Duration.ofMinutes(20))
            .change(ChangeType.EMAIL_CHANGED, Life::stranger)),

    FORGOTTEN_ACCOUNT(List.of("dormant-awakening", "dormant-then-payout"), life -> life.later(Duration.ofDays(120))
            .login(Life::stranger)
            .later(Duration.ofHours(5))
            .change(ChangeType.PAYOUT_CHANGED, change -> money(Life.stranger(change)))),

    QUIET_THEFT(List.of("flip-back"), life -> life.change(
                    ChangeType.PAYOUT_CHANGED, change -> money(Life.stranger(change)))
            .later(Duration.ofHours(1))
            .change(ChangeType.PAYOUT_REQUESTED, change -> Life.stranger(change).to("iban-thief"))
            .later(Duration.ofHours(30))
            .change(
                    ChangeType.PAYOUT_CHANGED,
                    change -> Life.stranger(change).instead("iban-thief").to("iban-owner")));

    final List<String> mustFire;
    private final Consumer<Life> story;

    Attack(List<String> mustFire, Consumer<Life> story) {
        this.mustFire = mustFire;
        this.story = story;
    }

    public Life on(long seed) {
        Life life = new Life(seed);
        if (this != WHILE_THE_OFFICE_SLEEPS) {
            life.settled();
        }
        story.accept(life);
        return life;
    }

    private static LoginBuilder denied(LoginBuilder login) {
        return login.outcome(dev.tocsin.account.Login.Outcome.MFA_DENIED).session(null);
    }

    private static ChangeBuilder money(ChangeBuilder change) {
        return change.instead("iban-owner").to("iban-thief");
    }
}
