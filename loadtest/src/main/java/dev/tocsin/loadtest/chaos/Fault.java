package dev.tocsin.loadtest.chaos;

import java.util.Locale;

/** What is done to a running detector and to what it needs. */
enum Fault {
    KILL("kill -9 of an instance", 12),
    KILL_ALL("kill -9 of all instances at once", 1),
    SHORT_PAUSE("an instance stands still for less than the session timeout", 1),
    LONG_PAUSE("an instance stands still for longer than the session timeout", 2),
    KILL_BROKER("kill -9 of Kafka and the registry, and a start on the same data", 2),
    TAKE_REGISTRY("the registry is away while an instance starts", 1),
    ADD("one more instance for a while", 1),
    REMOVE("one instance less for a while, stopped in order", 1),
    WIPE("kill -9 of an instance and loss of its state directory", 1),
    FILL_DISK("the disk of an instance's state is full, and the instance is killed", 1),
    CORRUPT("an instance is stopped and a file of its RocksDB damaged", 1);

    private final String description;
    private final int weight;

    Fault(String description, int weight) {
        this.description = description;
        this.weight = weight;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String description() {
        return description;
    }

    /** How often it comes in a round of all. */
    int weight() {
        return weight;
    }
}
