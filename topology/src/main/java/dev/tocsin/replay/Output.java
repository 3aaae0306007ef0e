package dev.tocsin.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A file or stream that results are written to. */
public final class Output implements Closeable {
    private final String name;
    private final OutputStream out;

    /** @param name how messages call it */
    public Output(String name, OutputStream out) {
        this.name = name;
        this.out = out;
    }

    void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private ReplayException failed(IOException e) {
        return new ReplayException(name + " cannot be written: " + e.getMessage(), e);
    }
}
