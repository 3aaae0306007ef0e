package dev.tocsin.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.util.concurrent.RateLimiter;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who looked at which account: one line of JSON for each look-up, under a logger of its own.
 *
 * <p>Everything that a caller chose is escaped to ASCII, so that no account id can end a line or begin one.
 */
final class AuditLog {
    static final String LOGGER = "dev.tocsin.audit";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Strangers must not be able to fill the disk; every refusal is counted all the same. */
    private static final double REFUSALS_A_SECOND = 1;

    private final RateLimiter refusals = RateLimiter.create(REFUSALS_A_SECOND);

    /** After a request about an account, whatever came of it, and before the answer leaves. */
    void lookedUp(Context context) {
        Caller caller = Guard.caller(context);
        if (caller != null) { // who was refused is told elsewhere
            Map<String, Object> line = line("look-up", context);
            line.put("who", caller.name());
            line.put("proof", caller.proof().name().toLowerCase(Locale.ROOT));
            line.put("account", context.pathParam("id"));
            String event = context.queryParam("event");
            if (event != null) {
                line.put("event", event);
            }
            line.put("forwarded", Peers.isForwarded(context));
            write(line);
        }
    }

    void refused(Context context) {
        if (refusals.tryAcquire()) {
            Map<String, Object> line = line("refused", context);
            line.put("path", context.path());
            line.remove("status");
            write(line);
        }
    }

    private static Map<String, Object> line(String what, Context context) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", what);
        line.put("at", Instant.now().toString());
        line.put("from", context.req().getRemoteAddr());
        line.put("status", context.statusCode());
        return line;
    }

    private static void write(Map<String, Object> line) {
        try {
            LOG.info(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text and numbers are always JSON", e);
        }
    }
}
