package dev.tocsin.loadtest.traffic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The cities there are, from {@code cities.csv}. */
public final class Atlas {
    private static final List<City> CITIES = read();
    private static final int[] WEIGHTS = CITIES.stream().mapToInt(City::weight).toArray();

    private Atlas() {}

    public static List<City> cities() {
        return CITIES;
    }

    static City named(String name) {
        return CITIES.stream()
                .filter(city -> city.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A city to live in: the larger, the more likely. */
    static City home(Dice dice) {
        return CITIES.get(dice.weighted(WEIGHTS));
    }

    static List<City> where(Predicate<City> condition) {
        return CITIES.stream().filter(condition).toList();
    }

    /** The largest city of a country, where carriers have their gateways. */
    static City capital(String country) {
        City largest = null;
        for (City city : CITIES) {
            if (city.country().equals(country) && (largest == null || city.weight() > largest.weight())) {
                largest = city;
            }
        }
        return Objects.requireNonNull(largest, country);
    }

    private static List<City> read() {
        List<City> cities = new ArrayList<>();
        try (InputStream file = Atlas.class.getResourceAsStream("cities.csv");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file, "cities.csv"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> cities.add(city(cities.size(), line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(cities);
    }

    private static City city(int index, String line) {
        String[] cell = line.split(",", -1);
        return new City(
                index,
                cell[0],
                cell[1],
                cell[2],
                Double.parseDouble(cell[3]),
                Double.parseDouble(cell[4]),
                Integer.parseInt(cell[5]),
                Integer.parseInt(cell[6]),
                List.of(Long.valueOf(cell[7]), Long.valueOf(cell[8])),
                Long.parseLong(cell[9]));
    }
}
