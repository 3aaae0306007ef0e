package dev.tocsin.metrics;

import java.util.Locale;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** What counting on a hot path needs. */
final class Meters {
    private Meters() {}

    /** The value of a key, made at its first use. */
    static <K, V> V once(ConcurrentMap<K, V> made, K key, Function<K, V> maker) {
        V value = made.get(key); // which unlike computeIfAbsent never waits
        return value == null ? made.computeIfAbsent(key, maker) : value;
    }

    /** A constant as a tag's value. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
