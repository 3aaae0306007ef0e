package dev.tocsin.codec;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The constants of one enum by those of another, of which each has its namesake. */
final class SameNames<F extends Enum<F>, T extends Enum<T>> {
    private final Map<F, T> namesakes;

    SameNames(Class<F> from, Class<T> to) {
        namesakes = new EnumMap<>(from);
        for (F constant : from.getEnumConstants()) {
            namesakes.put(constant, Enum.valueOf(to, constant.name()));
        }
    }

    T of(F constant) {
        return Objects.requireNonNull(namesakes.get(constant));
    }
}
