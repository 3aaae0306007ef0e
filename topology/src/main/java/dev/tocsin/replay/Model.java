package dev.tocsin.replay;

import java.util.HashMap;
import java.util.Map;

/** The values that a part of a page shows, by their names in the template. */
final class Model {
    private final Map<String, Object> values = new HashMap<>();

    Model put(String name, Object value) {
        values.put(name, value);
        return this;
    }

    Map<String, Object> map() {
        return values;
    }
}
