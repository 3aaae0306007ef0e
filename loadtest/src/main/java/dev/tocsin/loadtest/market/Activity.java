package dev.tocsin.loadtest.market;

import java.util.Arrays;

/**
 * How often each account attempts to log in during a season, most of them seldom and a few very often.
 *
 * <p>By a distribution fitted to the data set that README.md names, whose 13 months are called a season here: one attempt
 * with probability .28, else a log-normal number, rounded up. Accounts are ranked by it. Those up to {@value #CASUAL} attempts
 * are casual, and each of their attempts is a slot; those above are regulars, who come at their hour.
 *
 * <pre>
 *   rank   0 ────────── 1 attempt ──────────│── 2 ──│─ 3 ─│ ... │29│── regulars ── accounts
 *   slot   0 ── one for each attempt of each account ──────────────│ slots
 * </pre>
 */
final class Activity {
    static final int CASUAL = 29;

    private static final double ONCE = 0.28;
    private static final double MU = 1.0;
    private static final double SIGMA = 1.06;

    /** One attempt a day on 13 months' average and then some; nobody is busier by hand. */
    static final int BUSIEST = 600;

    private static final int TAIL_BITS = 8;
    private static final int TAIL_STEPS = 1 << TAIL_BITS;
    private static final int GUIDE = 1024;

    /** First rank of those with k + 1 attempts, and first slot of theirs. */
    private final long[] ranks = new long[CASUAL + 1];

    private final long[] slots = new long[CASUAL + 1];
    /** For each part of the slots a number of attempts from where the right one is a step or two away. */
    private final byte[] guide = new byte[GUIDE];

    private final double perGuide;
    private final double[] tail = new double[TAIL_STEPS];
    private final long accounts;

    Activity(long accounts) {
        this.accounts = accounts;
        for (int k = 1; k <= CASUAL; k++) {
            ranks[k] = Math.round(accounts * atMost(k));
            slots[k] = slots[k - 1] + k * (ranks[k] - ranks[k - 1]);
        }
        perGuide = (GUIDE - 1.0) / Math.max(1, slots());
        for (int i = 0; i < GUIDE; i++) {
            guide[i] = i == 0 ? 1 : guide[i - 1];
            while (guide[i] < CASUAL && slots[guide[i]] * perGuide <= i) {
                guide[i]++;
            }
        }
        double rare = 1 - atMost(CASUAL);
        for (int i = 0; i < TAIL_STEPS; i++) {
            tail[i] = quantile(1 - rare * (1 - (i + 0.5) / TAIL_STEPS));
        }
    }

    /** The share of accounts with so many attempts or fewer. */
    static double atMost(double attempts) {
        return ONCE + (1 - ONCE) * normal((StrictMath.log(attempts) - MU) / SIGMA);
    }

    private static double quantile(double share) {
        double low = CASUAL;
        double high = BUSIEST;
        while (high - low > 0.01) {
            double middle = (low + high) / 2;
            if (atMost(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Abramowitz and Stegun 26.2.17, right to seven digits. */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double poly = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double above = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI) * poly;
        return z < 0 ? above : 1 - above;
    }

    /** Of casual accounts, one for each attempt. */
    long slots() {
        return slots[CASUAL];
    }

    int attemptsOfSlot(long slot) {
        int attempts = guide[(int) (slot * perGuide)];
        while (slots[attempts] <= slot) {
            attempts++;
        }
        return attempts;
    }

    long rankOfSlot(long slot, int attempts) {
        return ranks[attempts - 1] + (slot - slots[attempts - 1]) / attempts;
    }

    /** Which of the account's attempts a slot is, from 0. */
    int indexOfSlot(long slot, int attempts) {
        return (int) ((slot - slots[attempts - 1]) % attempts);
    }

    long regulars() {
        return accounts - ranks[CASUAL];
    }

    long rankOfRegular(long index) {
        return ranks[CASUAL] + index;
    }

    /** In a season; neighbours in the order differ much, and few regulars are as busy on average as many. */
    double attemptsOfRegular(long index) {
        return tail[(int) (Long.reverse(index) >>> (Long.SIZE - TAIL_BITS))];
    }

    double attemptsOfMeanRegular() {
        return Arrays.stream(tail).average().orElse(0);
    }

    /** Of all accounts in a season. */
    double attempts() {
        return slots() + regulars() * attemptsOfMeanRegular();
    }
}
