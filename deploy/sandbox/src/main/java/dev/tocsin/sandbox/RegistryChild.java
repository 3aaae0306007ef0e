package dev.tocsin.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Runs in the registry's own JVM: starts the registry, and ends it when the sandbox that started it ends.
 *
 * <p>Uses the JDK only, because the rest of the class path is the registry's.
 */
final class RegistryChild {

    private RegistryChild() {}

    /**
     * Takes the file to lock and the registry's main class.
     *
     * @throws ReflectiveOperationException when the registry on the class path has no such main class
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        endWithParent();
        waitForPredecessor(Path.of(arguments[0]));
        Class<?> registry = Class.forName(arguments[1]);
        registry.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    }

    /** The pipe from the parent closes when the parent ends, in whatever way; {@code kill -9} too. */
    private static void endWithParent() {
        Thread watch = new Thread(() -> exitAtEndOf(System.in), "end-with-parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static void exitAtEndOf(InputStream pipe) {
        try {
            while (pipe.read() >= 0) {
                // Nobody writes; only the end of the stream means something.
            }
        } catch (IOException broken) {
            // A broken pipe tells the same as a closed one.
        }
        System.exit(0);
    }

    /**
     * Blocks while a registry left over from a killed sandbox still closes the database.
     *
     * <p>The channel stays open on purpose: the lock is to last as long as this process.
     */
    private static void waitForPredecessor(Path lockFile) throws IOException {
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .lock();
    }
}
