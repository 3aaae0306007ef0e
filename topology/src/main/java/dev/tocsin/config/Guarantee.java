package dev.tocsin.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kafka Streams' processing guarantee. Alert ids make the first as safe for whoever reads them. */
public enum Guarantee {
    AT_LEAST_ONCE,
    EXACTLY_ONCE_V2;

    /** The value of Kafka Streams' {@code processing.guarantee}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Guarantee> of(String value) {
        return Arrays.stream(values())
                .filter(guarantee -> guarantee.value().equals(value))
                .findFirst();
    }
}
