package dev.tocsin.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.alerting.Alert;
import dev.tocsin.codec.AlertJson;
import dev.tocsin.codec.AlertMessage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

/** Alerts as the detector would send them, one line of JSON each. */
final class AlertLines {
    static final byte[] NONE = {};

    private static final JsonMapper JSON = new JsonMapper();

    private final Instant raisedAt;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(0);

    AlertLines(Instant raisedAt) {
        this.raisedAt = raisedAt;
    }

    AlertLines raised(List<Alert> alerts) {
        alerts.forEach(alert -> lines.writeBytes(line(AlertJson.write(new AlertMessage(alert, false, raisedAt)))));
        return this;
    }

    AlertLines withdrawn(List<Alert> alerts) {
        alerts.forEach(alert -> lines.writeBytes(line(AlertJson.write(new AlertMessage(alert, true, raisedAt)))));
        return this;
    }

    byte[] toBytes() {
        return lines.size() == 0 ? NONE : lines.toByteArray();
    }

    static byte[] line(JsonNode json) {
        try {
            byte[] text = JSON.writeValueAsBytes(json);
            byte[] line = new byte[text.length + 1];
            System.arraycopy(text, 0, line, 0, text.length);
            line[text.length] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree can always be written
        }
    }
}
