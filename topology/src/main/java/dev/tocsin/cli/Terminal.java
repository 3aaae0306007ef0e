package dev.tocsin.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * The process's surroundings, as a value that a test can give.
 *
 * @param out bytes, so that a failure to write them is not lost as it would be in a {@code PrintStream}
 * @param err words for people
 * @param isErrTerminal whether somebody watches them, so that a line may be written over
 */
public record Terminal(
        InputStream in, OutputStream out, PrintWriter err, boolean isErrTerminal, Map<String, String> environment) {
    /** Set by the launcher: Java cannot tell. */
    private static final String IS_ERR_TERMINAL = "tocsin.err.terminal";

    /** Words for people on standard output, line by line. */
    PrintWriter words() {
        return new PrintWriter(out, true, Charset.defaultCharset());
    }

    /** The surroundings of this process. */
    public static Terminal ofProcess() {
        return new Terminal(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintWriter(System.err, true, Charset.defaultCharset()),
                Boolean.getBoolean(IS_ERR_TERMINAL),
                System.getenv());
    }
}
