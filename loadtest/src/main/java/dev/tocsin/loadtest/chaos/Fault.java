package dev.tocsin.loadtest.chaos;

import java.util.Locale;

/** What is done to a running detector and to what it needs. */
enum Fault {
    KILL("kill -9 of an instance"),
    KILL_ALL("kill -9 of all instances at once"),
    SHORT_PAUSE("an instance stands still for less than the session timeout"),
    LONG_PAUSE("an instance stands still for longer than the session timeout"),
    KILL_BROKER("kill -9 of Kafka and the registry, and a start on the same data"),
    TAKE_REGISTRY("the registry is away while an instance starts"),
    ADD("one more instance for a while"),
    REMOVE("one instance less for a while, stopped in order"),
    WIPE("kill -9 of an instance and loss of its state directory"),
    FILL_DISK("the disk of an instance's state is full, and the instance is killed"),
    CORRUPT("an instance is stopped and a file of its RocksDB damaged");

    private final String description;

    Fault(String description) {
        this.description = description;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String description() {
        return description;
    }
}
