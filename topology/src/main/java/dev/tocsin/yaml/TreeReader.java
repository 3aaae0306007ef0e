package dev.tocsin.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads text into nodes. Repeated keys are faults; aliases are refused where the first one stands, so nothing is ever
 * expanded.
 */
final class TreeReader {
    /** Deeper than any document of ours; it bounds the stack. */
    static final int MAX_DEPTH = 16;

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final YAMLParser parser;
    private final Faults faults;

    private TreeReader(YAMLParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    static Node.Keys read(String text, Faults faults) {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            return new TreeReader(parser, faults).document();
        } catch (JsonProcessingException e) {
            throw notYaml(e, faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no I/O in a string
        }
    }

    /** Says what and where, and does not quote the line, which may hold a secret. */
    private static InvalidDocumentException notYaml(JsonProcessingException e, Faults faults) {
        if (e.getCause() instanceof MarkedYAMLException cause) {
            Mark mark = cause.getProblemMark();
            int line = mark == null ? Fault.NO_LINE : mark.getLine() + 1;
            return faults.stoppedBy("this is not YAML: " + cause.getProblem(), line);
        }
        int line = e.getLocation() == null ? Fault.NO_LINE : e.getLocation().getLineNr();
        return faults.stoppedBy(
                "this is not YAML: "
                        + e.getOriginalMessage().lines().findFirst().orElse(""),
                line);
    }

    private Node.Keys document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            throw faults.stoppedBy("this is empty", Fault.NO_LINE);
        }
        Node root = node(first, "", line(), 0);
        if (!(root instanceof Node.Keys keys)) {
            throw faults.stoppedBy("expected a map of keys, found " + root.found(), root.line());
        }
        if (keys.entries().isEmpty()) {
            throw faults.stoppedBy("this is empty", Fault.NO_LINE);
        }
        if (parser.nextToken() != null) {
            throw faults.stoppedBy("a second document starts here (---); keep one", line());
        }
        return keys;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private Node node(@Nullable JsonToken token, String path, int line, int depth) throws IOException {
        refuseAlias();
        if (depth > MAX_DEPTH) {
            throw faults.stoppedBy("this is nested more than " + MAX_DEPTH + " levels deep", line);
        }
        if (token == JsonToken.START_OBJECT) {
            return keys(path, line, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(path, line, depth);
        }
        return token == JsonToken.VALUE_NULL ? new Node.Nothing(line) : new Node.Text(parser.getText(), line);
    }

    private void refuseAlias() throws IOException {
        if (parser.isCurrentAlias()) {
            throw faults.stoppedBy("aliases such as *" + parser.getText() + " are not read; write it out", line());
        }
    }

    private Node keys(String path, int line, int depth) throws IOException {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            String where = path.isEmpty() ? key : path + '.' + key;
            int keyLine = line();
            Node value = node(parser.nextToken(), where, keyLine, depth + 1);
            Node first = entries.putIfAbsent(key, value);
            if (first != null) {
                faults.add(new Fault(where, "is given twice, first on line " + first.line() + "; keep one", keyLine));
            }
        }
        return new Node.Keys(entries, line);
    }

    private Node items(String path, int line, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, path + '[' + items.size() + ']', line(), depth + 1));
        }
        return new Node.Items(items, line);
    }
}
