package dev.tocsin.loadtest.bench;

import java.util.Arrays;
import java.util.Optional;

/** What is measured, from what the machine can do at best to what it is compared with. */
enum Variant {
    CONSUME_PRODUCE('a', "consume, then produce", Lane.COPY),
    PASS_THROUGH('b', "Streams, passing through", Lane.COPY),
    GET_PUT('c', "Streams, one get and put of 300 bytes", Lane.KEYED),
    TOCSIN('d', "Tocsin, the full catalogue", Lane.KEYED),
    DSL('e', "three detections in the DSL", Lane.DSL);

    /** Variants that run over the same records, as many as they can take in the time there is. */
    enum Lane {
        /** Keeps nothing, so it may read the same records again. */
        COPY,
        KEYED,
        DSL
    }

    private final char letter;
    private final String title;
    private final Lane lane;

    Variant(char letter, String title, Lane lane) {
        this.letter = letter;
        this.title = title;
        this.lane = lane;
    }

    char letter() {
        return letter;
    }

    String title() {
        return title;
    }

    Lane lane() {
        return lane;
    }

    static Optional<Variant> of(String letter) {
        return Arrays.stream(values())
                .filter(variant -> letter.equals(String.valueOf(variant.letter)))
                .findFirst();
    }
}
