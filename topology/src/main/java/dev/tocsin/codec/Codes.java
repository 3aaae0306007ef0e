package dev.tocsin.codec;

import java.util.List;

/** Numbers for an enum's constants, in their order of declaration; new constants go to the end (golden bytes hold it). */
final class Codes<E extends Enum<E>> {
    private final List<E> constants;

    Codes(Class<E> type) {
        constants = List.of(type.getEnumConstants());
    }

    int of(E constant) {
        return constants.indexOf(constant);
    }

    E constant(int code) {
        return constants.get(code);
    }
}
