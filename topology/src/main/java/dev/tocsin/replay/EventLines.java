package dev.tocsin.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream of events, one at a time; memory is bounded whatever a line's length.
 *
 * <p>Compressed streams are recognised by their first bytes. Windows line ends and byte-order marks are skipped.
 */
public final class EventLines {
    /** As large as a record may be with Kafka's defaults. */
    static final int MAX_BYTES = 1 << 20;

    private static final int BUFFER = 1 << 16;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long number;

    private EventLines(InputStream in) {
        this.in = in;
    }

    public static EventLines of(InputStream stream) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream, BUFFER);
        in.mark(2);
        int start = in.read() << 8 | in.read();
        in.reset();
        if (start == 0xfffe || start == 0xfeff) {
            throw new IOException("it is UTF-16; save it as UTF-8");
        }
        return new EventLines(start == 0x1f8b ? new GZIPInputStream(in, BUFFER) : in);
    }

    /** The next line, or null after the last. */
    public @Nullable EventLine next() throws IOException {
        if (position == limit && !fill()) {
            return null;
        }
        int whole = endOfLine();
        if (whole < limit && whole - position <= MAX_BYTES) { // nearly always
            byte[] line = Arrays.copyOfRange(buffer, position, whole);
            position = whole + 1;
            return EventLine.of(++number, trimmed(line));
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(limit - position + 1024);
        boolean overlong = false;
        boolean ended = false;
        while (!ended && (position < limit || fill())) {
            int end = endOfLine();
            overlong = overlong || line.size() + end - position > MAX_BYTES;
            if (!overlong) {
                line.write(buffer, position, end - position);
            }
            ended = end < limit;
            position = ended ? end + 1 : end;
        }
        number++;
        return overlong ? EventLine.overlong(number) : EventLine.of(number, trimmed(line.toByteArray()));
    }

    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private static byte[] trimmed(byte[] line) {
        int start = Arrays.equals(line, 0, Math.min(3, line.length), MARK, 0, 3) ? 3 : 0;
        int end = line.length > start && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        return start == 0 && end == line.length ? line : Arrays.copyOfRange(line, start, end);
    }
}
