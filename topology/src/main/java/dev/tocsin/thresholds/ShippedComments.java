package dev.tocsin.thresholds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the shipped document says of its keys: the lines of comment before one, and the words after its value. */
final class ShippedComments {
    private static final Pattern KEY = Pattern.compile("( *)([A-Za-z_-]+):([^#]*)(?:# (.*))?");
    private static final Pattern COMMENT = Pattern.compile(" *# (.*)");
    private static final int INDENT = 2;

    private final Map<String, String> byPath = new HashMap<>();
    private final List<String> path = new ArrayList<>();
    private final List<String> before = new ArrayList<>();

    private ShippedComments() {}

    /** By path, such as {@code detectors.failed-burst.failures}; a key without comment is missing. */
    static Map<String, String> read(String document) {
        ShippedComments comments = new ShippedComments();
        document.lines().forEach(comments::line);
        return comments.byPath;
    }

    private void line(String line) {
        Matcher key = KEY.matcher(line);
        Matcher comment = COMMENT.matcher(line);
        if (comment.matches()) {
            before.add(comment.group(1));
            return;
        }
        if (key.matches()) {
            key(key.group(1).length() / INDENT, key.group(2), key.group(4));
        }
        before.clear();
    }

    private void key(int depth, String key, String after) {
        path.subList(Math.min(depth, path.size()), path.size()).clear();
        path.add(key);
        if (after != null) {
            before.add(after);
        }
        if (!before.isEmpty()) {
            byPath.put(String.join(".", path), String.join(" ", before));
        }
    }
}
