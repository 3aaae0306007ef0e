package dev.tocsin.replay;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.EventJson;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Events as lines of JSON in a file or another stream. */
public final class EventFile implements Recording {
    /** Enough that threads seldom wait for one another, and few enough to be garbage before they are collected. */
    private static final int BATCH_LINES = 1 << 11;

    private static final int BATCH_BYTES = 16 << 20;

    private final String name;
    private final long size;
    private final EventJson events;
    private final CountingStream stream;
    private final EventLines lines;

    /**
     * Takes over the stream.
     *
     * @param name of the file, for messages
     * @param size of the file in bytes, 0 when it is not known
     * @throws ReplayException when it cannot be read
     */
    public EventFile(String name, InputStream stream, long size, EventJson events) {
        this.name = name;
        this.size = size;
        this.events = events;
        this.stream = new CountingStream(stream);
        try {
            this.lines = EventLines.of(this.stream);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ReplayException unreadable(IOException e) {
        return new ReplayException(name + " cannot be read: " + e.getMessage(), e);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String itemsCalled() {
        return "lines";
    }

    @Override
    public List<Item> next() {
        List<Item> batch = new ArrayList<>(BATCH_LINES);
        long bytes = 0;
        try {
            while (batch.size() < BATCH_LINES && bytes < BATCH_BYTES) {
                EventLine line = lines.next();
                if (line == null) {
                    break;
                }
                if (!line.isBlank()) {
                    batch.add(new Line(line, events));
                    bytes += line.bytes().length;
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return batch;
    }

    @Override
    public Position position() {
        return new Position(stream.count, size);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private record Line(EventLine line, EventJson events) implements Item {
        @Override
        public AccountEvent event() {
            return line.read(events);
        }

        @Override
        public String place() {
            return line.place();
        }
    }

    /** Counts what is read of a file, compressed or not. */
    private static final class CountingStream extends FilterInputStream {
        private volatile long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            add(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            add(Math.max(0, read));
            return read;
        }

        private synchronized void add(int bytes) {
            count += bytes;
        }
    }
}
