package dev.tocsin.loadtest.bench;

import java.util.List;

/** Writes a report as a page that needs nothing else. */
final class Html {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1c2330; --paper: #fdfdfb; --rule: #d5d8de; --ours: #b3541e; --other: #8a97ab }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e4e7ec; --paper: #161a21; --rule: #39414e; --ours: #e58a4f; --other: #6d7b91 }
            }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
              max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin-bottom: 2rem }
            div { overflow-x: auto }
            th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--rule); text-align: left; white-space: nowrap }
            .missed { color: var(--ours); font-weight: 600 }
            svg { width: 100%; height: auto; font-size: 13px; fill: var(--ink) }
            .label { text-anchor: end }
            .ours { fill: var(--ours) } .other { fill: var(--other) }
            line { stroke: var(--ink); stroke-width: 1.5 }
            """;

    private Html() {}

    static String page(Report report) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(text(report.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n<h1>")
                .append(text(report.title()))
                .append("</h1>\n<p>")
                .append(text(report.machine().toString()))
                .append("</p>\n");
        report.charts().forEach(chart -> page.append("<h2>")
                .append(text(chart.title() + ", " + chart.unit()))
                .append("</h2>\n")
                .append(Svg.of(chart)));
        report.tables().forEach((heading, table) -> page.append("<h2>")
                .append(text(heading))
                .append("</h2>\n")
                .append(table(table)));
        return page.append("</html>\n").toString();
    }

    private static String table(Table table) {
        StringBuilder html = new StringBuilder("<div><table>\n");
        String cell = "th";
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            for (String content : row) {
                String missed = content.equals(Bar.NOT_MET) ? " class=\"missed\"" : "";
                html.append('<').append(cell).append(missed).append('>').append(text(content));
            }
            html.append('\n');
            cell = "td";
        }
        return html.append("</table></div>\n").toString();
    }

    static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
