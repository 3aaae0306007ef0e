package dev.tocsin.loadtest.generate;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Says in its errors what could not be written to. */
final class TracedStream extends FilterOutputStream {
    private final String name;

    TracedStream(OutputStream out, String name) {
        super(out);
        this.name = name;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }
}
