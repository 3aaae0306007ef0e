package dev.tocsin.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

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

    AlertLines alerts(String name) {
        if (name.equals(STANDARD)) {
            return new AlertLines("standard output", new BufferedOutputStream(terminal.out(), BUFFER));
        }
        return new AlertLines(name, new BufferedOutputStream(writable(name), BUFFER));
    }

    private static OutputStream writable(String name) {
        Path file = path(name);
        if (Files.isDirectory(file)) {
            throw new UserMistake(name + " is a directory; give a file to write alerts to");
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
    static void checkDistinct(String option, String name, String otherOption, String otherName) {
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
