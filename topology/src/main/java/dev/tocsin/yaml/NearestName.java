package dev.tocsin.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name was meant: the one with the fewest typing errors between. */
final class NearestName {
    private NearestName() {}

    /** Empty when nothing is similar: more than every second letter would be an error. */
    static Optional<String> to(String name, Collection<String> names) {
        return names.stream()
                .filter(candidate -> 2 * distance(name, candidate) <= Math.max(name.length(), candidate.length()))
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to add, drop, replace or swap; another way to join words ({@code maxSpeed}) is no error. */
    static int distance(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        int[][] errors = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                errors[i][j] = i == 0 || j == 0 ? i + j : fewest(errors, a, b, i, j);
            }
        }
        return errors[a.length()][b.length()];
    }

    private static int fewest(int[][] errors, String a, String b, int i, int j) {
        int replaced = errors[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, 1 + Math.min(errors[i - 1][j], errors[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, errors[i - 2][j - 2] + 1) : fewest;
    }

    private static String plain(String name) {
        return name.replaceAll("[-_. ]", "").toLowerCase(Locale.ROOT);
    }
}
