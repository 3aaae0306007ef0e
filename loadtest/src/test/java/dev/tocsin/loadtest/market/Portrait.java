package dev.tocsin.loadtest.market;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Counts in a stream what is published of a login service, see README.md. */
final class Portrait {
    private static final long[] GAPS = {
        60_000, 600_000, Curve.HOUR, Curve.DAY, 7 * Curve.DAY, 30 * Curve.DAY, Long.MAX_VALUE
    };

    private static final int MANY_TRIES = 5;
    private static final long MANY_TRIES_WITHIN = 300_000;

    private final Map<Long, Account> accounts = new HashMap<>();
    private final Map<String, Integer> countries = new TreeMap<>();
    private final Map<String, Integer> devices = new TreeMap<>();
    private final int[] hours = new int[24];
    private final int[] gaps = new int[GAPS.length];
    private final int[] newAddresses = new int[GAPS.length];
    long events;
    private int attempts;
    private int failures;
    private int withHistory;
    private int withoutHistory;
    private int newNetworks;
    private int newCountries;
    private int newProviders;
    private int afterManyTries;

    private static final class Account {
        int attempts;
        long lastSuccess = Long.MIN_VALUE;
        final Set<Integer> addresses = new HashSet<>();
        final Set<String> countries = new HashSet<>();
        final Set<Long> providers = new HashSet<>();
        final Deque<Long> failures = new ArrayDeque<>();
    }

    static Portrait of(MarketOptions options) {
        Portrait portrait = new Portrait();
        Market market = new Market(options, label -> {});
        for (Event event = market.next(); event != null; event = market.next()) {
            portrait.add(event);
        }
        return portrait;
    }

    void add(Event event) {
        events++;
        if (!event.deed().isAttempt()) {
            return;
        }
        attempts++;
        Origin origin = Objects.requireNonNull(event.origin());
        countries.merge(origin.way().city().country(), 1, Integer::sum);
        devices.merge(kind(origin.userAgent()), 1, Integer::sum);
        hours[(int) (Math.floorMod(event.at(), Curve.DAY) / Curve.HOUR)]++;
        Account account = accounts.computeIfAbsent(event.account(), number -> new Account());
        account.attempts++;
        if (event.deed().succeeds()) {
            success(account, event.at(), origin);
        } else {
            failures++;
            account.failures.add(event.at());
        }
    }

    private static String kind(String agent) {
        if (agent.contains("iPad")) {
            return "tablet";
        }
        return agent.contains("Mobile") ? "mobile" : agent.startsWith("Mozilla") ? "desktop" : "unknown";
    }

    private void success(Account account, long at, Origin origin) {
        boolean isNewAddress = account.addresses.add(origin.ip());
        boolean isNewCountry = account.countries.add(origin.way().city().country());
        boolean isNewProvider = account.providers.add(origin.way().asn());
        newCountries += isNewCountry ? 1 : 0;
        newProviders += isNewProvider ? 1 : 0;
        account.failures.removeIf(failure -> failure < at - MANY_TRIES_WITHIN);
        afterManyTries += account.failures.size() >= MANY_TRIES ? 1 : 0;
        if (account.lastSuccess == Long.MIN_VALUE) {
            withoutHistory++;
        } else {
            withHistory++;
            int gap = 0;
            while (at - account.lastSuccess >= GAPS[gap]) {
                gap++;
            }
            gaps[gap]++;
            newAddresses[gap] += isNewAddress ? 1 : 0;
            newNetworks += isNewCountry || isNewProvider ? 1 : 0;
        }
        account.lastSuccess = at;
    }

    double accountsWithAtMost(int count) {
        return (double) accounts.values().stream()
                        .filter(account -> account.attempts <= count)
                        .count()
                / accounts.size();
    }

    double attemptsPerAccount() {
        return (double) attempts / accounts.size();
    }

    double failures() {
        return (double) failures / attempts;
    }

    double withoutHistory() {
        return (double) withoutHistory / (withHistory + withoutHistory);
    }

    double newNetworks() {
        return (double) newNetworks / withHistory;
    }

    /** First ones of an account count. */
    double newCountries() {
        return (double) newCountries / (withHistory + withoutHistory);
    }

    /** First ones of an account count. */
    double newProviders() {
        return (double) newProviders / (withHistory + withoutHistory);
    }

    /** Successes with five failures or more in the five minutes before. */
    double afterManyTries() {
        return (double) afterManyTries / (withHistory + withoutHistory);
    }

    double gap(int index) {
        return (double) gaps[index] / withHistory;
    }

    double newAddress(int gap) {
        return (double) newAddresses[gap] / gaps[gap];
    }

    double country(String code) {
        return (double) countries.getOrDefault(code, 0) / attempts;
    }

    double device(String kind) {
        return (double) devices.getOrDefault(kind, 0) / attempts;
    }

    /** Compared with the day's mean. */
    double hour(int hour) {
        return 24.0 * hours[hour] / attempts;
    }

    int accounts() {
        return accounts.size();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%,d events, %,d attempts, %,d accounts%n", events, attempts, accounts.size()));
        text.append(String.format(
                "attempts: mean %.2f, P(<=1,2,9,13,28) = %.3f %.3f %.3f %.3f %.3f%n",
                attemptsPerAccount(),
                accountsWithAtMost(1),
                accountsWithAtMost(2),
                accountsWithAtMost(9),
                accountsWithAtMost(13),
                accountsWithAtMost(28)));
        text.append(String.format(
                "failures %.3f, five in five minutes %.5f, no history %.3f, new country or ASN %.3f, country %.3f, ASN %.3f%n",
                failures(), afterManyTries(), withoutHistory(), newNetworks(), newCountries(), newProviders()));
        for (int i = 0; i < GAPS.length; i++) {
            text.append(String.format("gap %d: %.3f new address %.3f%n", i, gap(i), newAddress(i)));
        }
        text.append(countries)
                .append('\n')
                .append(devices)
                .append('\n')
                .append(Arrays.toString(hours))
                .append('\n');
        return text.toString();
    }
}
