package dev.tocsin.loadtest.market;

import dev.tocsin.event.Network;
import dev.tocsin.loadtest.traffic.Atlas;
import dev.tocsin.loadtest.traffic.City;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Where people live, by the countries of the data set that README.md names, and the networks there.
 *
 * <p>Addresses come from 240.0.0.0/4, which is nobody's: a /12 for the homes of each city, a /14 for its carrier's gateway, a
 * /16 for each other kind.
 */
final class Places {
    /** Percent, to be summed up in one order always; the remaining countries share what is left by their people. */
    static final SortedMap<String, Double> COUNTRIES =
            new TreeMap<>(Map.of("NO", 42.3, "US", 27.8, "RU", 5.4, "BR", 3.8, "DE", 2.9));

    static final List<City> CITIES = cities();

    private static final List<Long> HOSTERS = List.of(14061L, 16276L, 24940L, 63949L);
    private static final List<Long> VPN_SERVICES = List.of(9009L, 212238L);
    private static final long TOR_RELAYS = 60729;

    private static final int HOMES = 240 << 24;
    private static final int GATEWAYS = 244 << 24;
    private static final int OTHERS = 248 << 24;
    private static final int KINDS = 8;

    /** Kinds of ways, each city having one of each. */
    private static final int WAYS = 5 + HOSTERS.size() + VPN_SERVICES.size() + 1;

    private static final List<Way> ALL = ways();
    private static final Map<String, City> CAPITALS = CITIES.stream()
            .collect(Collectors.toMap(
                    City::country, city -> city, BinaryOperator.maxBy(Comparator.comparingInt(City::weight))));
    private static final double[] CUMULATED = cumulated();

    private Places() {}

    private static List<City> cities() {
        List<City> cities = new ArrayList<>(Atlas.cities());
        int index = cities.size();
        cities.add(new City(index, "Moscow", "RU", "MOW", 55.76, 37.62, 6, 3, List.of(12389L, 8402L), 8359L));
        cities.add(new City(
                index + 1, "Saint Petersburg", "RU", "SPE", 59.94, 30.31, 3, 3, List.of(12389L, 35807L), 8359L));
        return List.copyOf(cities);
    }

    private static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (City city : CITIES) {
            int homes = HOMES + (city.index() << 20);
            for (int provider = 0; provider < 2; provider++) {
                add(ways, city, Network.RESIDENTIAL, city.homeAsns().get(provider), homes + (provider << 19), 1 << 19);
            }
            add(ways, city, Network.MOBILE, city.mobileAsn(), GATEWAYS + (city.index() << 18), 1 << 18);
            add(ways, city, Network.BUSINESS, city.homeAsns().get(0), other(city, 0), 1 << 16);
            add(ways, city, Network.BUSINESS, city.homeAsns().get(1), other(city, 1), 1 << 16);
            for (int i = 0; i < HOSTERS.size(); i++) {
                add(ways, city, Network.HOSTING, HOSTERS.get(i), other(city, 2) + 1024 * i, 64);
            }
            for (int i = 0; i < VPN_SERVICES.size(); i++) {
                add(ways, city, Network.VPN, VPN_SERVICES.get(i), other(city, 3) + 1024 * i, 256);
            }
            add(ways, city, Network.TOR, TOR_RELAYS, other(city, 4), 64);
        }
        return List.copyOf(ways);
    }

    private static int other(City city, int kind) {
        return OTHERS + (city.index() * KINDS + kind) * (1 << 16);
    }

    private static void add(List<Way> ways, City city, Network network, long asn, int block, int addresses) {
        int radiusKm = network == Network.MOBILE ? 100 : 20;
        ways.add(new Way(ways.size(), city, network, asn, block, addresses, radiusKm));
    }

    private static double[] cumulated() {
        double named = COUNTRIES.values().stream().mapToDouble(share -> share).sum();
        double others = CITIES.stream()
                .filter(city -> !COUNTRIES.containsKey(city.country()))
                .mapToDouble(City::weight)
                .sum();
        double[] cumulated = new double[CITIES.size()];
        double sum = 0;
        for (City city : CITIES) {
            Double share = COUNTRIES.get(city.country());
            double people = CITIES.stream()
                    .filter(other -> other.country().equals(city.country()))
                    .mapToDouble(City::weight)
                    .sum();
            sum += share == null ? (100 - named) * city.weight() / others : share * city.weight() / people;
            cumulated[city.index()] = sum / 100;
        }
        return cumulated;
    }

    /** A city to live in. */
    static City home(double unit) {
        int index = 0;
        while (index < CUMULATED.length - 1 && CUMULATED[index] <= unit) {
            index++;
        }
        return CITIES.get(index);
    }

    static List<Way> all() {
        return ALL;
    }

    static int count() {
        return ALL.size();
    }

    private static Way way(City city, int kind) {
        return ALL.get(WAYS * city.index() + kind);
    }

    /** The largest city of somebody's country, where carriers have their gateways. */
    static City capital(City home) {
        return CAPITALS.getOrDefault(home.country(), home);
    }

    static Way homeOf(City city, int provider) {
        return way(city, provider);
    }

    static Way mobile(City city) {
        return way(city, 2);
    }

    static Way office(City city) {
        return way(city, 3);
    }

    static Way hotel(City city) {
        return way(city, 4);
    }

    static Way hosting(City city, Draws draws) {
        return way(city, 5 + draws.below(HOSTERS.size()));
    }

    static Way vpn(City city, Draws draws) {
        return way(city, 5 + HOSTERS.size() + draws.below(VPN_SERVICES.size()));
    }

    static Way tor(City city) {
        return way(city, WAYS - 1);
    }
}
