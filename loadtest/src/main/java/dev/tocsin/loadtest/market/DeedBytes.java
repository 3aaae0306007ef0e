package dev.tocsin.loadtest.market;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What is written of each deed, which is always the same. */
final class DeedBytes {
    private final Map<Deed, byte[]> bytes = new EnumMap<>(Deed.class);

    DeedBytes(Function<Deed, byte[]> writer) {
        for (Deed deed : Deed.values()) {
            bytes.put(deed, writer.apply(deed));
        }
    }

    byte[] of(Deed deed) {
        return Objects.requireNonNull(bytes.get(deed));
    }
}
