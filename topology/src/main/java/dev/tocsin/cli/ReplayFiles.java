package dev.tocsin.cli;

import dev.tocsin.replay.Output;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens what a replay reads and writes; {@code -} stands for the standard streams. */
final class ReplayFiles {
    private static final String STANDARD = "-";
    private static final int BUFFER = 1 << 16;

    private final Terminal terminal;

    ReplayFiles(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Opens the events before anything is overwritten. */
    InputStream events(String name) {
        if (name.equals(STANDARD)) {
            return terminal.in();
        }
        Path file = path(name);
        if (Files.isDirectory(file)) {
            throw new UserMistake(name + " is a directory; give a file of events");
        }
        try {
            return Files.newInputStream(file);
        } catch (AccessDeniedException e) {
            throw new UserMistake(name + ": you may not read this file");
        } catch (IOException e) {
            throw new UserMistake(Files.exists(file) ? unreadable(name, e) : name + ": there is no such file");
        }
    }

    static String unreadable(String name, IOException e) {
        return name + " cannot be read: " + e.getMessage();
    }

    /** In bytes, 0 when it is not known. */
    long size(String name) {
        try {
            return isStandard(name) ? 0 : Files.size(path(name));
        } catch (IOException notKnown) {
            return 0;
        }
    }

    /**
     * Opens a file of results.
     *
     * @param name null for none
     * @param what is written to it, in words
     */
    @Nullable
    Output output(@Nullable String name, String what) {
        if (name == null) {
            return null;
        }
        return isStandard(name)
                ? new Output("standard output", new BufferedOutputStream(terminal.out(), BUFFER))
                : new Output(name, new BufferedOutputStream(writable(name, what), BUFFER));
    }

    static boolean isStandard(@Nullable String name) {
        return STANDARD.equals(name);
    }

    Path temporary(@Nullable Path given) {
        Path folder = given == null ? Path.of(System.getProperty("java.io.tmpdir")) : given;
        if (!Files.isDirectory(folder)) {
            throw new UserMistake("there is no folder " + folder + " for temporary files; give another with --temp");
        }
        if (!Files.isWritable(folder)) {
            throw new UserMistake(
                    "you may not write to the folder for temporary files " + folder + "; give another with --temp");
        }
        return folder;
    }

    private static OutputStream writable(String name, String what) {
        Path file = path(name);
        if (Files.isDirectory(file)) {
            throw new UserMistake(name + " is a directory; give a file to write " + what + " to");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UserMistake(name + " cannot be written: there is no folder " + folder);
        }
        try {
            return Files.newOutputStream(file);
        } catch (AccessDeniedException e) {
            throw new UserMistake(name + ": you may not write this file");
        } catch (IOException e) {
            throw new UserMistake(name + " cannot be written: " + e.getMessage());
        }
    }

    /** Refuses one file for two purposes, which would destroy the one with the other. */
    void checkDistinct(ReplayOptions options) {
        Map<String, String> files = new LinkedHashMap<>();
        put(files, "--events", isStandard(options.events) ? null : options.events);
        put(files, "--thresholds", options.thresholds);
        put(files, "--compare", options.compare);
        put(files, "--config", options.config);
        if (options.thresholds != null && options.compare != null) {
            checkDistinct("--thresholds", options.thresholds.toString(), "--compare", options.compare.toString());
        }
        Map<String, String> written = new LinkedHashMap<>();
        put(written, "--out", options.out);
        put(written, "--suppressed", options.suppressed);
        put(written, "--html", options.html);
        written.forEach((option, name) -> {
            files.forEach((other, otherName) -> checkDistinct(other, otherName, option, name));
            files.put(option, name);
        });
    }

    private static void put(Map<String, String> files, String option, @Nullable Object name) {
        if (name != null) {
            files.put(option, name.toString());
        }
    }

    private static void checkDistinct(String option, String name, String otherOption, String otherName) {
        if (isSame(name, otherName)) {
            throw new UserMistake(option + " and " + otherOption + " are both " + name + "; give two files");
        }
    }

    private static boolean isSame(String name, String other) {
        if (name.equals(STANDARD) || other.equals(STANDARD)) {
            return name.equals(other);
        }
        try {
            return path(name)
                            .toAbsolutePath()
                            .normalize()
                            .equals(path(other).toAbsolutePath().normalize())
                    || Files.isSameFile(path(name), path(other));
        } catch (IOException notThere) {
            return false;
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UserMistake(name + " is no file's name: " + e.getReason());
        }
    }
}
