package dev.tocsin.explain;

import java.util.List;
import java.util.regex.Pattern;

/** Plain text in aligned columns, no line longer than {@value #WIDTH} where words can be parted. */
final class Layout {
    static final int WIDTH = 110;

    private static final int WIDEST = 34;
    private static final int GAP = 2;

    /** What could steer a terminal; ids and places come from outside. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private final StringBuilder text = new StringBuilder();

    /** A line, with what does not fit going on below, as far in as told. */
    Layout line(int indent, int hanging, String words) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        boolean isEmpty = true;
        for (String word : printable(words).split(" ", -1)) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                end(line);
                line = new StringBuilder(" ".repeat(hanging));
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        end(line);
        return this;
    }

    Layout line(String words) {
        return line(0, 4, words);
    }

    Layout blank() {
        text.append('\n');
        return this;
    }

    private void end(StringBuilder line) {
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /**
     * Rows of cells under each other; the last cell of a row goes on below itself.
     *
     * <p>A cell that is wider than a column may be pushes only the rest of its own row aside.
     */
    Layout rows(int indent, List<List<String>> rows) {
        int[] widths = widths(rows);
        for (List<String> row : rows) {
            int last = indent;
            StringBuilder padded = new StringBuilder();
            for (int i = 0; i < row.size() - 1; i++) {
                String cell = printable(row.get(i));
                padded.append(cell).append(" ".repeat(Math.max(0, widths[i] - cell.length()) + GAP));
                last += widths[i] + GAP;
            }
            line(indent, last, padded + row.get(row.size() - 1));
        }
        return this;
    }

    private static int[] widths(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size() - 1; i++) {
                int width = printable(row.get(i)).length();
                widths[i] = Math.max(widths[i], width <= WIDEST ? width : 0);
            }
        }
        return widths;
    }

    private static String printable(String words) {
        return UNPRINTABLE.matcher(words).replaceAll("?");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
