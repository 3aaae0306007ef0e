package dev.tocsin.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Real SSH logins as events; {@code data/README.md} says whence and what the labels mean. */
final class SshLogins {
    private static final int FIRST_ROW = 1;

    /** One attempt; its event id is its row in the file. */
    record Attempt(String eventId, String at, String account, String label, boolean succeeded, String json) {}

    private SshLogins() {}

    static List<Attempt> read() throws IOException {
        try (BufferedReader csv = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SshLogins.class.getResourceAsStream("/data/sshauth_logins.csv")),
                StandardCharsets.UTF_8))) {
            List<String> lines = csv.lines().toList();
            List<Attempt> attempts = new ArrayList<>();
            for (int row = FIRST_ROW; row < lines.size(); row++) {
                attempts.add(attempt("row-%04d".formatted(row), lines.get(row).split(",", -1)));
            }
            return attempts;
        }
    }

    /** The columns: ts,user,ip,method,outcome,country,city,lat,lon,label. */
    private static Attempt attempt(String id, String[] columns) {
        boolean succeeded = columns[4].equals("ok");
        String account = columns[1].isEmpty() ? "(no name)" : columns[1];
        String at = columns[0] + 'Z';
        ObjectNode event = new JsonMapper().createObjectNode();
        event.put("type", "login")
                .put("event_id", id)
                .put("account_id", account)
                .put("occurred_at", at);
        event.put("outcome", succeeded ? "SUCCEEDED" : "FAILED");
        event.put("auth_method", columns[3].startsWith("password") ? "PASSWORD" : "UNKNOWN");
        ObjectNode source = event.putObject("source");
        putText(source, "ip", columns[2]);
        putText(source, "country", columns[5]);
        putText(source, "city", columns[6]);
        putNumber(source, "latitude", columns[7]);
        putNumber(source, "longitude", columns[8]);
        return new Attempt(id, at, account, columns[9], succeeded, event.toString());
    }

    private static void putText(ObjectNode source, String field, String text) {
        if (!text.isEmpty()) {
            source.put(field, text);
        }
    }

    private static void putNumber(ObjectNode source, String field, String text) {
        if (!text.isEmpty()) {
            source.put(field, Double.parseDouble(text));
        }
    }
}
