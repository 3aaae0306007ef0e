package dev.tocsin.contract;

import java.util.Comparator;

/** A released version; 0.1.0-SNAPSHOT counts as 0.1.0, the version it will be. */
record Version(int major, int minor, int patch) implements Comparable<Version> {
    static Version of(String text) {
        String[] parts = text.replace("-SNAPSHOT", "").split("\\.", -1);
        return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    static Version ofThisBuild() {
        return of(System.getProperty("tocsin.version", ""));
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::major)
                .thenComparingInt(Version::minor)
                .thenComparingInt(Version::patch)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
