package dev.tocsin.codec;

/** Numbers for an enum's constants, in their order of declaration; new constants go to the end (golden bytes hold it). */
final class Codes<E extends Enum<E>> {
    private final E[] constants;

    Codes(Class<E> type) {
        constants = type.getEnumConstants();
    }

    @SuppressWarnings("EnumOrdinal") // which is what is meant
    int of(E constant) {
        return constant.ordinal();
    }

    E constant(int code) {
        return constants[code];
    }
}
