package dev.tocsin.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a file of plain text: UTF-8 without a byte-order mark, lines that end in LF.
 *
 * <p>Marks and carriage returns are refused rather than skipped: two documents that look alike must be alike, byte for
 * byte, or comparing and hashing them would surprise people.
 */
public final class TextFile {
    /** No document written by hand comes near; it bounds what a wrong file costs. */
    public static final int MAX_BYTES = 1 << 20;

    private TextFile() {}

    /** The text of a file; a fault that stops everything when there is none to be had. */
    public static String read(Path file, Faults faults) {
        if (Files.isDirectory(file)) {
            throw faults.stoppedBy("this is a directory; give a file", Fault.NO_LINE);
        }
        if (!Files.exists(file)) {
            throw faults.stoppedBy("there is no such file", Fault.NO_LINE);
        }
        return decode(bytes(file, faults), faults);
    }

    private static byte[] bytes(Path file, Faults faults) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (AccessDeniedException e) {
            throw faults.stoppedBy("you may not read this file", Fault.NO_LINE);
        } catch (IOException e) {
            throw faults.stoppedBy("this cannot be read: " + e.getMessage(), Fault.NO_LINE);
        }
    }

    /** The same for bytes that came another way. */
    public static String decode(byte[] bytes, Faults faults) {
        if (bytes.length > MAX_BYTES) {
            throw faults.stoppedBy("this is larger than 1 MiB, the most that is read", Fault.NO_LINE);
        }
        String text = utf8(bytes, faults);
        if (text.startsWith("\uFEFF")) {
            throw faults.stoppedBy("this starts with a byte-order mark; save it as UTF-8 without one", 1);
        }
        int carriageReturn = text.indexOf('\r');
        if (carriageReturn >= 0) {
            int line = 1
                    + (int) text.substring(0, carriageReturn)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw faults.stoppedBy("this has Windows line ends (CR LF); save it with Unix ones (LF)", line);
        }
        return text;
    }

    private static String utf8(byte[] bytes, Faults faults) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw faults.stoppedBy("this is not UTF-8 text", Fault.NO_LINE);
        }
    }
}
