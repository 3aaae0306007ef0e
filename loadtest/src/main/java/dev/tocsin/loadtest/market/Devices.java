package dev.tocsin.loadtest.market;

/** A customer's phone and laptop, which are updated, and replaced in the end. */
final class Devices {
    static final double PHONE_ONLY = 0.6;
    static final double LAPTOP_ONLY = 0.16;
    private static final double WITHOUT_COOKIES = 0.01;

    private static final long YEAR = 365 * Curve.DAY;
    private static final long PHONE_LASTS = 3 * YEAR;
    private static final long LAPTOP_LASTS = 5 * YEAR;

    private static final long PHONE = 5;
    private static final long APP_SESSION = 6;
    private static final long LAPTOP = 7;

    private final long key;
    private final double phoneShare;
    private final Agent phone;
    private final Agent laptop;
    private final int versionsBehind;

    Devices(long key, Draws draws) {
        this.key = key;
        this.phoneShare = phoneShare(draws.unit(), draws.unit());
        this.phone = phone(draws.unit());
        this.laptop = laptop(draws.unit());
        this.versionsBehind = draws.below(3);
    }

    private static double phoneShare(double kind, double unit) {
        if (kind < LAPTOP_ONLY) {
            return 0;
        }
        return kind < LAPTOP_ONLY + PHONE_ONLY ? 1 : 0.2 + 0.6 * unit;
    }

    private static Agent phone(double unit) {
        if (unit < 0.45) {
            return Agent.IPHONE;
        }
        return unit < 0.91 ? Agent.ANDROID : unit < 0.955 ? Agent.TABLET : Agent.APP;
    }

    private static Agent laptop(double unit) {
        return unit < 0.7 ? Agent.WINDOWS : unit < 0.93 ? Agent.MAC : Agent.LINUX;
    }

    /** Of sittings, those with the phone. */
    double phoneShare() {
        return phoneShare;
    }

    /** What is used more, as it is when nothing is amiss; its origin lacks a network. */
    Device main(long at, Draws draws) {
        return phoneShare >= 0.5 ? phone(at) : laptop(at, Mix.of(key, LAPTOP, model(at, LAPTOP_LASTS)), draws);
    }

    /** Its app stays signed in on whatever network it is. */
    Device phone(long at) {
        long model = model(at, PHONE_LASTS);
        return new Device(Mix.of(key, PHONE, model), phone.number(at, versionsBehind), Mix.of(key, APP_SESSION, model));
    }

    /** A browser begins another session each time, and forgets once in a while that it was there before. */
    Device laptop(long at, Draws draws) {
        boolean isForgetful = draws.chance(WITHOUT_COOKIES);
        return laptop(at, isForgetful ? draws.next() : Mix.of(key, LAPTOP, model(at, LAPTOP_LASTS)), draws);
    }

    private Device laptop(long at, long id, Draws draws) {
        return new Device(id, laptop.number(at, versionsBehind), draws.next());
    }

    private long model(long at, long lasts) {
        return (at + Math.floorMod(key, lasts)) / lasts;
    }
}
