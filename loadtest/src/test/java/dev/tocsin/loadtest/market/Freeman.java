package dev.tocsin.loadtest.market;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How unusual a login is for its account, as Freeman et al. (NDSS 2016) score it, smoothed in the way that public
 * reimplementations do: the sum over features of ln p(value) - ln p(value | account).
 */
final class Freeman {
    private final Map<Object, Integer> everybody = new HashMap<>();
    private final Map<Long, Map<Object, Integer>> accounts = new HashMap<>();
    private int logins;

    /** 0 for an account without history. */
    double score(long account, Origin origin) {
        Map<Object, Integer> own = accounts.getOrDefault(account, Map.of());
        int history = own.getOrDefault("logins", 0);
        double score = 0;
        for (Object feature : features(origin)) {
            double common = (everybody.getOrDefault(feature, 0) + 1.0) / (logins + 1.0);
            double usual = (own.getOrDefault(feature, 0) + common) / (history + 1.0);
            score += StrictMath.log(common / usual);
        }
        return history == 0 ? 0 : score;
    }

    boolean knows(long account) {
        return accounts.containsKey(account);
    }

    void learn(long account, Origin origin) {
        logins++;
        Map<Object, Integer> own = accounts.computeIfAbsent(account, number -> new HashMap<>());
        own.merge("logins", 1, Integer::sum);
        for (Object feature : features(origin)) {
            own.merge(feature, 1, Integer::sum);
            everybody.merge(feature, 1, Integer::sum);
        }
    }

    /** A feature is its name and its value. */
    private static List<Object> features(Origin origin) {
        String agent = origin.userAgent();
        return List.of(
                List.of("ip", origin.ip()),
                List.of("country", origin.way().city().country()),
                List.of("asn", origin.way().asn()),
                List.of("agent", agent),
                List.of("browser", agent.substring(agent.lastIndexOf(')') + 1)),
                List.of("system", agent.substring(0, Math.max(0, agent.indexOf(')')))),
                List.of("device", agent.contains("Mobile")));
    }
}
