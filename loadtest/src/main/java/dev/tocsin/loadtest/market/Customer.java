package dev.tocsin.loadtest.market;

import dev.tocsin.loadtest.traffic.City;
import org.jspecify.annotations.Nullable;

/**
 * Who holds an account, and how that person gets to the platform at some moment: a function of the seed, the account's number
 * and the time.
 */
final class Customer {
    static final double SELLERS = 0.3;
    static final double MFA_USERS = 0.3;
    static final double OFFICE_WORKERS = 0.1;
    static final double GATEWAY_ELSEWHERE = 0.1;

    /** Of people with phones: who never leave their home's network with it, and who have no other. */
    static final double PHONE_AT_HOME = 0.45;

    static final double PHONE_ON_MOBILE = 0.1;

    /** Of pairs of days, spent on somebody else's network: friends, a café, the library. */
    static final double AT_FRIENDS = 0.11;

    private static final double THROUGH_VPN = 0.4;
    private static final double IN_OFFICE = 0.7;

    /** Carriers route most of their customers' data home from abroad. */
    private static final double ROAMING_THROUGH_HOME = 0.8;

    /** Of homes, those with the larger of a city's two providers, and how long they stay with one. */
    private static final double LARGER_PROVIDER = 0.65;

    private static final long PROVIDER_KEPT = 700 * Curve.DAY;

    private static final long CARRIER_KEEPS_ADDRESS = 12 * Curve.HOUR;

    private static final long PAYOUT = 1;
    private static final long CARRIER = 2;
    private static final long HOTEL = 3;
    private static final long OFFICE = 4;
    private static final long FRIENDS = 11;
    private static final long PROVIDER = 12;

    private final long key;
    private final long number;
    private final long at;
    private final boolean isSeller;
    private final boolean usesMfa;
    private final Devices devices;
    private final double mobileShare;
    private final Way home;
    private final Lease lease;
    private final City gateway;
    private final boolean hasOffice;
    private final @Nullable Way vpn;
    private final Travel travel;

    Customer(long seed, long number, long at, Habits habits) {
        this.key = Mix.of(seed, number);
        this.number = number;
        this.at = at;
        Draws draws = new Draws(key);
        isSeller = draws.chance(SELLERS);
        usesMfa = draws.chance(MFA_USERS);
        devices = new Devices(key, draws);
        mobileShare = mobileShare(draws.unit(), draws.unit());
        City city = Places.home(draws.unit());
        home = Places.homeOf(city, provider());
        lease = Lease.of(draws.unit());
        gateway = draws.chance(GATEWAY_ELSEWHERE) ? Places.capital(city) : city;
        hasOffice = draws.chance(OFFICE_WORKERS);
        vpn = draws.chance(habits.vpnUsers()) ? Places.vpn(draws.pick(Places.CITIES), draws) : null;
        travel = new Travel(key, city, habits.tripsPerMonth());
    }

    private static double mobileShare(double kind, double unit) {
        if (kind < PHONE_AT_HOME) {
            return 0;
        }
        return kind < PHONE_AT_HOME + PHONE_ON_MOBILE ? 1 : 0.1 + 0.4 * unit;
    }

    private int provider() {
        long contract = (at + Math.floorMod(key, PROVIDER_KEPT)) / PROVIDER_KEPT;
        return Mix.unit(Mix.of(key, PROVIDER, contract)) < LARGER_PROVIDER ? 0 : 1;
    }

    long number() {
        return number;
    }

    boolean isSeller() {
        return isSeller;
    }

    boolean usesMfa() {
        return usesMfa;
    }

    City city() {
        return home.city();
    }

    /** Where a seller's money goes. */
    long payout() {
        return Mix.of(key, PAYOUT);
    }

    /** True on a journey, when people do something else. */
    boolean isUnderWay() {
        return travel.isUnderWay(at);
    }

    /** Whether the platform remembers that the customer comes this way. */
    boolean isUsual(Way way) {
        return way.equals(home)
                || way.equals(Places.mobile(gateway))
                || (hasOffice && way.equals(Places.office(city())));
    }

    /** At home, on the device that is used most. */
    Origin atHome(Draws draws) {
        return devices.main(at, draws).on(home, lease.address(home, key, at));
    }

    /** From wherever, and on whatever, the customer is. */
    Origin visit(Draws draws) {
        City away = travel.cityAt(at);
        if (draws.chance(devices.phoneShare())) {
            Device phone = devices.phone(at);
            return draws.chance(mobileShare) ? onMobileData(phone, away, draws) : onWifi(phone, away);
        }
        Device laptop = devices.laptop(at, draws);
        if (vpn != null && draws.chance(THROUGH_VPN)) {
            return laptop.on(vpn, vpn.address(draws.next()));
        }
        boolean isAtWork = hasOffice && away == null && isOfficeHour() && draws.chance(IN_OFFICE);
        return isAtWork ? inOffice(laptop) : onWifi(laptop, away);
    }

    private Origin onMobileData(Device phone, @Nullable City away, Draws draws) {
        City exit = away == null || draws.chance(ROAMING_THROUGH_HOME) ? gateway : away;
        Way way = Places.mobile(exit);
        return phone.on(way, way.address(Mix.of(key, CARRIER, at / CARRIER_KEEPS_ADDRESS)));
    }

    private Origin onWifi(Device device, @Nullable City away) {
        Draws days = new Draws(Mix.of(key, FRIENDS, at / (2 * Curve.DAY)));
        if (days.chance(AT_FRIENDS)) {
            Way friends = Places.homeOf(away == null ? city() : away, days.below(2));
            return device.on(friends, friends.address(days.next()));
        }
        if (away == null) {
            return device.on(home, lease.address(home, key, at));
        }
        Way hotel = Places.hotel(away);
        return device.on(hotel, hotel.address(Mix.of(key, HOTEL, away.index())));
    }

    private Origin inOffice(Device laptop) {
        Way office = Places.office(city());
        return laptop.on(office, office.address(Mix.of(key, OFFICE)));
    }

    private boolean isOfficeHour() {
        long local = at + city().hoursEast() * Curve.HOUR;
        long hour = Math.floorMod(local, Curve.DAY) / Curve.HOUR;
        return hour >= 9 && hour < 17 && Curve.ofDay(local) == Curve.WEEKDAY;
    }
}
