package dev.tocsin.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.codec.AlertJson;
import dev.tocsin.codec.AlertMessage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs, one line of JSON each: {@code {"change":"gained","now":null,"then":{…}}}. */
final class PairLines {
    private PairLines() {}

    static byte[] of(List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return AlertLines.NONE;
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        pairs.forEach(pair -> lines.writeBytes(of(pair)));
        return lines.toByteArray();
    }

    static byte[] of(Pair pair) {
        return pair.change() == Change.SAME ? AlertLines.NONE : AlertLines.line(json(pair));
    }

    private static ObjectNode json(Pair pair) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("change", pair.change().word());
        line.set("now", json(pair.now()));
        line.set("then", json(pair.then()));
        return line;
    }

    private static JsonNode json(@Nullable AlertMessage alert) {
        return alert == null ? JsonNodeFactory.instance.nullNode() : AlertJson.write(alert);
    }
}
