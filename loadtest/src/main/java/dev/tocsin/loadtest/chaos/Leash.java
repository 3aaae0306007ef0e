package dev.tocsin.loadtest.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Ends a child when the pipe from its parent closes, which happens in whatever way the parent ends. */
final class Leash {
    private Leash() {}

    /** @param listener gets the lines that the parent sends, in a thread of its own */
    static void fasten(Consumer<String> listener) {
        Thread watch = new Thread(() -> follow(listener), "leash");
        watch.setDaemon(true);
        watch.start();
    }

    private static void follow(Consumer<String> listener) {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                listener.accept(line);
            }
        } catch (IOException broken) {
            // a broken pipe tells the same as a closed one
        }
        Runtime.getRuntime().halt(1);
    }
}
