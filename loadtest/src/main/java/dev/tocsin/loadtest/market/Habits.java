package dev.tocsin.loadtest.market;

/**
 * Habits of which nobody knows how common they are, so that they can be varied.
 *
 * @param vpnUsers share of customers
 * @param tripsPerMonth of 30 days, for each customer
 */
public record Habits(double vpnUsers, double tripsPerMonth) {
    public static final Habits DEFAULTS = new Habits(0.04, 0.02);

    public Habits {
        MarketOptions.check(isShare(vpnUsers) && isShare(tripsPerMonth), "a share is from 0 to 1");
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
