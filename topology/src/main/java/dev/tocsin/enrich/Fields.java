package dev.tocsin.enrich;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map in a database; what is missing or of another type than it should be counts as not there. */
record Fields(Map<?, ?> map) {
    private static final Fields NONE = new Fields(Map.of());

    Fields at(String key) {
        return map.get(key) instanceof Map<?, ?> inner ? new Fields(inner) : NONE;
    }

    @Nullable
    String text(String key) {
        return map.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    @Nullable
    Number number(String key) {
        return map.get(key) instanceof Number number ? number : null;
    }

    boolean isTrue(String key) {
        return Boolean.TRUE.equals(map.get(key));
    }
}
