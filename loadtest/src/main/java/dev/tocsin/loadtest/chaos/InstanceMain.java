package dev.tocsin.loadtest.chaos;

import dev.tocsin.Main;

/** A detector in a process of its own, as it is shipped, on a leash. */
final class InstanceMain {
    private InstanceMain() {}

    public static void main(String[] arguments) {
        Leash.fasten(line -> {});
        Main.main(arguments);
    }
}
