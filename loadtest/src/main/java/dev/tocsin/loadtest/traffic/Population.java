package dev.tocsin.loadtest.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Knows every account, however many there are: each is a function of the seed and its number, and none is stored.
 *
 * <p>No public figures exist for most of these shares; they are set where they make a detector's work neither trivial nor
 * hopeless, and README.md lists them.
 */
final class Population {
    static final double SELLERS = 0.3;
    static final double MFA_USERS = 0.3;
    static final double LAPTOP_ONLY = 0.25;
    static final double PHONE_ONLY = 0.25;
    static final double OFFICE_WORKERS = 0.35;
    static final double VPN_USERS = 0.04;

    /** In a history's time, as the next. */
    static final double TRAVELLERS = 0.01;

    /** People keep a phone for about three years. */
    static final double PHONES_REPLACED = 0.03;

    static final double GATEWAY_ELSEWHERE = 0.1;

    /** Heavy-tailed, as login counts are: half log in every third day or less, and one in a hundred twice a day. */
    static final double LOGINS_PER_DAY = 0.3;

    private static final double LOGINS_SIGMA = 0.9;
    private static final double MOST_LOGINS_PER_DAY = 5;
    private static final double COMMUTE_KM = 80;

    private final long seed;
    private final Instant from;
    private final Instant until;

    /**
     * The people of a seed.
     *
     * @param from when the earliest trip starts, and the earliest new phone is bought
     * @param until when the latest is
     */
    Population(long seed, Instant from, Instant until) {
        this.seed = seed;
        this.from = from;
        this.until = until;
    }

    Person person(int index) {
        Dice dice = Dice.of(seed, "person", index);
        boolean sells = dice.chance(SELLERS);
        Access line = Access.home(Atlas.home(dice), dice);
        Access home = dice.chance(0.25) ? line.withChangingAddress() : line;
        String segment = sells ? "seller" : "buyer";
        return new Person(
                index,
                String.format(Locale.ROOT, "%s-%06d", segment, index),
                segment,
                Math.min(dice.logNormal(LOGINS_PER_DAY, LOGINS_SIGMA), MOST_LOGINS_PER_DAY),
                phoneShare(dice),
                dice.chance(MFA_USERS),
                Device.laptop(dice),
                Device.phone(dice),
                dice.chance(inThisTime(PHONES_REPLACED)) ? new Person.NewPhone(Device.phone(dice), moment(dice)) : null,
                home,
                Access.mobile(gateway(home.city(), dice)),
                dice.chance(OFFICE_WORKERS) ? office(home.city(), dice) : null,
                dice.chance(VPN_USERS) ? Access.vpn(dice.pick(Atlas.cities()), dice) : null,
                trip(home.city(), dice),
                sells ? dice.hash() : null);
    }

    private static double phoneShare(Dice dice) {
        double kind = dice.between(0, 1);
        if (kind < LAPTOP_ONLY) {
            return 0;
        }
        return kind < LAPTOP_ONLY + PHONE_ONLY ? 1 : dice.between(0.2, 0.8);
    }

    /** Most people's carriers let them out where they live, some in the country's largest city. */
    private static City gateway(City home, Dice dice) {
        return dice.chance(GATEWAY_ELSEWHERE) ? Atlas.capital(home.country()) : home;
    }

    private static Access office(City home, Dice dice) {
        List<City> inReach = Atlas.where(city -> !city.isAbroadFrom(home) && city.kmTo(home) < COMMUTE_KM);
        return Access.office(dice.chance(0.7) ? home : dice.pick(inReach), dice);
    }

    private @Nullable Trip trip(City home, Dice dice) {
        if (!dice.chance(inThisTime(TRAVELLERS))) {
            return null;
        }
        boolean abroad = dice.chance(0.5);
        List<City> choice = Atlas.where(city -> city.isAbroadFrom(home) == abroad && city.kmTo(home) > 2 * COMMUTE_KM);
        if (choice.isEmpty()) {
            return null;
        }
        Access hotel = Access.hotel(dice.pick(choice), dice);
        return Trip.of(home, hotel, moment(dice), dice.seconds(1.5 * 86_400, 8 * 86_400));
    }

    private Instant moment(Dice dice) {
        return from.plusSeconds(Math.round(dice.between(0, 1) * span().toSeconds()));
    }

    /** What happens to a share of the people in a history's time happens to more in a longer one. */
    private double inThisTime(double share) {
        return share * span().toSeconds() / World.HISTORY.toSeconds();
    }

    private Duration span() {
        return Duration.between(from, until);
    }
}
