package dev.tocsin.deploy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which metrics a query names: every word that is no function, label, string, number or keyword. */
public final class PromQl {
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LABELS =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NUMBER = Pattern.compile("\\b[0-9][0-9.]*(e-?[0-9]+|[smhdwy])?\\b");
    private static final Pattern WORD = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\s*\\()?");
    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "unless", "offset", "bool", "ignoring", "on", "group_left", "group_right");

    private PromQl() {}

    public static Set<String> metricsOf(String query) {
        String text = STRING.matcher(query).replaceAll(" ");
        text = LABELS.matcher(text).replaceAll(" ");
        text = NUMBER.matcher(text).replaceAll(" ");
        Set<String> metrics = new TreeSet<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            boolean calls = words.group(2) != null;
            if (!KEYWORDS.contains(words.group(1)) && !calls) {
                metrics.add(words.group(1));
            }
        }
        return metrics;
    }
}
