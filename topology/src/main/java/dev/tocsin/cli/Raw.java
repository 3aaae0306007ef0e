package dev.tocsin.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a document to standard output, byte for byte. */
final class Raw {
    private Raw() {}

    static void print(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UserMistake("standard output cannot be written: " + e.getMessage());
        }
    }
}
