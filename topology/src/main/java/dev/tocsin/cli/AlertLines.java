package dev.tocsin.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.codec.AlertJson;
import dev.tocsin.codec.AlertMessage;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes alerts as the detector would send them, one line of JSON each. */
final class AlertLines implements Closeable {
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final OutputStream out;

    /** @param name how messages call it */
    AlertLines(String name, OutputStream out) {
        this.name = name;
        this.out = out;
    }

    void write(AlertMessage message) {
        try {
            out.write(JSON.writeValueAsBytes(AlertJson.write(message)));
            out.write('\n');
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

    private UserMistake failed(IOException e) {
        return new UserMistake(name + " cannot be written: " + e.getMessage());
    }
}
