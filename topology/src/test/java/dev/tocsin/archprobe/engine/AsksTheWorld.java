package dev.tocsin.archprobe.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Guilty in every method: asks for what is not in its arguments. */
public final class AsksTheWorld {
    private AsksTheWorld() {}

    public static Instant now() {
        return Instant.now();
    }

    public static Supplier<Instant> nowByReference() {
        return Instant::now;
    }

    public static long millis() {
        return System.currentTimeMillis();
    }

    public static long nanos() {
        return System.nanoTime();
    }

    public static int dice() {
        return new Random().nextInt();
    }

    public static double chance() {
        return Math.random();
    }

    public static UUID name() {
        return UUID.randomUUID();
    }

    public static Map<String, String> environment() {
        return System.getenv();
    }

    public static boolean property() {
        return Boolean.getBoolean("verbose") || System.getProperty("verbose") != null;
    }

    public static boolean file(String name) {
        return Files.exists(Path.of(name));
    }
}
