package dev.tocsin.cli;

import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.yaml.InvalidDocumentException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same document under another version and without a time of effect; all else stays as it was, comments too. */
final class Reissue {
    private static final Pattern VERSION = Pattern.compile(
            "^([\"']?)version\\1[ \\t]*:[ \\t]*(\"[^\"\\n]*\"|'[^'\\n]*'|[^\\n]*?)([ \\t]+#.*)?$", Pattern.MULTILINE);
    private static final Pattern EFFECTIVE_FROM =
            Pattern.compile("^([\"']?)effective_from\\1[ \\t]*:.*\\n?", Pattern.MULTILINE);
    private static final Pattern START = Pattern.compile("^---[ \\t]*\\n", Pattern.MULTILINE);

    private Reissue() {}

    /**
     * Edits the text of a document and makes sure that the edit did what it should.
     *
     * @throws UserMistake when the text is written in a way that cannot be edited line by line
     */
    static Thresholds of(Thresholds original, String version) {
        String quoted = "\"" + version.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        String text = EFFECTIVE_FROM.matcher(original.text()).replaceAll("");
        try {
            Thresholds reissued = Thresholds.parse(version, renamed(text, quoted));
            if (reissued.version().equals(version) && sameButDates(original, reissued)) {
                return reissued;
            }
        } catch (InvalidDocumentException e) {
            throw uneditable(original, version, String.valueOf(e.getMessage()));
        }
        throw uneditable(original, version, "its lines are not one key each");
    }

    private static boolean sameButDates(Thresholds original, Thresholds reissued) {
        return reissued.effectiveFrom().isEmpty() && reissued.values().equals(original.values());
    }

    private static String renamed(String text, String quoted) {
        Matcher line = VERSION.matcher(text);
        if (line.find()) {
            String comment = line.group(3) == null ? "" : line.group(3);
            return text.substring(0, line.start()) + "version: " + quoted + comment + text.substring(line.end());
        }
        Matcher start = START.matcher(text);
        int place = start.find() ? start.end() : 0;
        return text.substring(0, place) + "version: " + quoted + '\n' + text.substring(place);
    }

    private static UserMistake uneditable(Thresholds original, String version, String why) {
        return new UserMistake(original.version() + " cannot be published again as " + version + " line by line: " + why
                + ". Do it by hand: thresholds show --version " + original.version()
                + " > my.yaml, change its version, and publish my.yaml.");
    }
}
