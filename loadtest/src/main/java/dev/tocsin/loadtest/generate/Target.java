package dev.tocsin.loadtest.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A file to be written, compressed when its name ends in {@code .gz}; {@code -} stands for standard output. */
record Target(String option, String name) {
    private static final String STANDARD = "-";
    private static final int BUFFER = 1 << 18;

    boolean isStandard() {
        return name.equals(STANDARD);
    }

    /** @throws Mistake when it is clear that nothing can be written there */
    void check() {
        if (isStandard()) {
            return;
        }
        if (name.isBlank()) {
            throw new Mistake(option + " is empty; give a file to write to, or - for standard output.");
        }
        Path folder = path().getParent();
        if (Files.isDirectory(path())) {
            throw new Mistake(option + ": " + name + " is a directory; give a file to write to.");
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Mistake(option + ": " + name + " cannot be written: there is no folder " + folder + ".");
        }
    }

    /** Whatever is there is overwritten. */
    OutputStream open(OutputStream standard) {
        if (isStandard()) {
            return new BufferedOutputStream(new TracedStream(standard, "standard output"), BUFFER);
        }
        try {
            OutputStream out = new TracedStream(Files.newOutputStream(path()), name);
            return new BufferedOutputStream(name.endsWith(".gz") ? new GZIPOutputStream(out, BUFFER) : out, BUFFER);
        } catch (AccessDeniedException e) {
            throw new Mistake(option + ": you may not write to " + name + ".");
        } catch (FileSystemException e) {
            throw new Mistake(option + ": " + name + " cannot be written"
                    + (e.getReason() == null ? "." : ": " + e.getReason() + "."));
        } catch (IOException e) {
            throw new Mistake(option + ": " + name + " cannot be written: " + e.getMessage());
        }
    }

    /** @throws Mistake when both are the same file */
    void mustDifferFrom(Target other) {
        boolean isSame = (isStandard() || other.isStandard()) ? name.equals(other.name) : path().equals(other.path());
        if (isSame) {
            throw new Mistake(option + " and " + other.option + " are the same; give two files.");
        }
    }

    private Path path() {
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Mistake(option + ": " + name + " is no name for a file.");
        }
    }
}
