package dev.tocsin.codec;

import java.util.Arrays;
import java.util.List;

/** The constants of one enum by those of another, of which each has its namesake. */
final class SameNames<F extends Enum<F>, T extends Enum<T>> {
    private final List<T> namesakes;

    SameNames(Class<F> from, Class<T> to) {
        namesakes = Arrays.stream(from.getEnumConstants())
                .map(constant -> Enum.valueOf(to, constant.name()))
                .toList();
    }

    @SuppressWarnings("EnumOrdinal") // which is what is meant
    T of(F constant) {
        return at(constant.ordinal());
    }

    /** The namesake of the constant of this index, which for a contract's enum is the index of its symbol. */
    T at(int index) {
        return namesakes.get(index);
    }
}
