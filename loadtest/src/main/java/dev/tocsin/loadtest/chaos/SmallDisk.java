package dev.tocsin.loadtest.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system of a few megabytes in memory, in the place of a directory; needs the right to mount. Gone with the process. */
final class SmallDisk implements AutoCloseable {
    /** Room for what an instance of this test keeps, and its logs. */
    private static final String SIZE = "96m";

    private static final int CHUNK = 1 << 16;
    private static final long COMMAND_SECONDS = 10;

    private final Path place;
    private final Thread whenStopped = new Thread(this::unmount, "unmount");

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** True when this process may mount one. */
    static boolean isPermitted() {
        try {
            Path trial = Files.createTempDirectory("tocsin-chaos-mount-");
            boolean isMounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", trial.toString());
            if (isMounted) {
                run("umount", trial.toString());
            }
            Files.delete(trial);
            return isMounted;
        } catch (IOException e) {
            return false;
        }
    }

    /** What was in the directory is hidden until the disk is closed. */
    static SmallDisk under(Path place) throws IOException {
        Files.createDirectories(place);
        if (!run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", place.toString())) {
            throw new IOException("mount refused " + place);
        }
        SmallDisk disk = new SmallDisk(place);
        Runtime.getRuntime().addShutdownHook(disk.whenStopped);
        return disk;
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            if (Files.size(filler()) == 0) {
                throw full;
            }
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return place.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        boolean isGone = unmount();
        try {
            Runtime.getRuntime().removeShutdownHook(whenStopped);
        } catch (IllegalStateException stopping) {
            // it runs already, and finds nothing left
        }
        if (!isGone) {
            throw new IOException("umount refused " + place);
        }
    }

    /** In the end from under whoever uses it still. */
    private boolean unmount() {
        return run("umount", place.toString()) || run("umount", "-l", place.toString());
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
