package dev.tocsin.loadtest.market;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How accounts are attacked. Each takes the place of a visit that the owner would have made.
 *
 * <p>The first three are the attackers of the literature on risk-based authentication, who do nothing but log in; the others
 * are told for the detectors they name. Who has no second factor to give signs in to accounts that ask for none: a login
 * without it, where the owner would have been asked, would give every thief away.
 */
@SuppressWarnings("ImmutableEnumChecker") // neither the lists nor the lambdas have a state of their own
public enum Attack {
    /** Knows the password and nothing else. */
    NAIVE(List.of(), Victim::hasPasswordOnly, Scripts::naive),
    /** Knows the owner's country, too. */
    VPN(List.of(), Victim::hasPasswordOnly, Scripts::inCountry),
    /** Knows city, provider and User-Agent header: only the address and the cookies are others. */
    TARGETED(List.of(), Victim::hasPasswordOnly, Scripts::targeted),

    STOLEN_PASSWORD(
            List.of("new-country", "new-asn", "new-device", "new-context", "impossible-travel"),
            Victim::hasPasswordOnly,
            Scripts::stolenPassword),
    ODD_HOUR(List.of("unusual-hour"), victim -> victim.hasPasswordOnly() && victim.isRegular(), Scripts::oddHour),
    OTHER_CITY(
            List.of("new-city", "new-device", "anonymous-network"),
            victim -> victim.hasPasswordOnly() && victim.hasOtherCityInCountry(),
            Scripts::otherCity),
    GUESSED_PASSWORD(
            List.of("failed-burst", "login-velocity-spike", "burst-then-success", "brute-then-change"),
            Victim::hasPasswordOnly,
            Scripts::guessedPassword),
    PROMPT_BOMBING(
            List.of("mfa-fatigue", "mfa-fatigue-accepted"),
            victim -> !victim.hasPasswordOnly(),
            Scripts::promptBombing),
    STOLEN_SESSION(
            List.of(
                    "session-replay",
                    "unusual-concurrency",
                    "notifications-off-then-payout",
                    "new-location-then-sensitive"),
            Victim::isSellerWithPasswordOnly,
            Scripts::stolenSession),
    MAILBOX(
            List.of(
                    "reset-request-flood",
                    "reset-then-payout-change",
                    "new-device-then-payout",
                    "payout-change-then-withdraw"),
            Victim::isSellerWithPasswordOnly,
            Scripts::mailbox),
    LOCK_OUT(
            List.of(
                    "sensitive-change-burst",
                    "owner-lockout",
                    "password-change-then-payout",
                    "contact-change-then-payout",
                    "mfa-enrolled-then-payout",
                    "mfa-disabled-then-payout"),
            victim -> victim.isSeller() && !victim.hasPasswordOnly(),
            Scripts::lockOut),
    CONTACT_THEN_RESET(List.of("email-change-then-reset"), Victim::hasPasswordOnly, Scripts::contactThenReset),
    SIM_SWAP(List.of("recovery-used"), Victim::hasPasswordOnly, Scripts::simSwap),
    FORGOTTEN_ACCOUNT(
            List.of("dormant-awakening", "dormant-then-payout"),
            victim -> victim.isSellerWithPasswordOnly() && victim.isDormant(),
            Scripts::forgottenAccount),
    QUIET_THEFT(List.of("flip-back"), Victim::isSellerWithPasswordOnly, Scripts::quietTheft);

    private static final List<Attack> ALL = List.of(values());

    private final List<String> detectors;
    private final Predicate<Victim> fits;
    private final Consumer<Scene> script;

    Attack(List<String> detectors, Predicate<Victim> fits, Consumer<Scene> script) {
        this.detectors = detectors;
        this.fits = fits;
        this.script = script;
    }

    /** All kinds, in their order. */
    public static List<Attack> all() {
        return ALL;
    }

    /** A share for all kinds together, divided into equal ones. */
    public static Map<Attack, Double> evenly(double share) {
        Map<Attack, Double> shares = new EnumMap<>(Attack.class);
        ALL.forEach(attack -> shares.put(attack, share / ALL.size()));
        return shares;
    }

    /** As options and labels have it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with an id. */
    public static Optional<Attack> find(String id) {
        return ALL.stream().filter(attack -> attack.id().equals(id)).findFirst();
    }

    /** The detectors that it is told for, which an account whose habits are known should not miss. */
    public List<String> detectors() {
        return detectors;
    }

    boolean fits(Victim victim) {
        return fits.test(victim);
    }

    void tell(Scene scene) {
        script.accept(scene);
    }
}
