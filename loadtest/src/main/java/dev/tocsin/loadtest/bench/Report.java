package dev.tocsin.loadtest.bench;

import dev.tocsin.loadtest.machine.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a measurement found: tables, charts, and each figure by itself for programs. */
final class Report {
    private final String title;
    private final Machine machine;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<Chart> charts = new ArrayList<>();
    private final List<Object> figures = new ArrayList<>();

    Report(String title, Machine machine) {
        this.title = title;
        this.machine = machine;
    }

    Report table(String heading, Table table) {
        tables.put(heading, table);
        return this;
    }

    Report chart(Chart chart) {
        charts.add(chart);
        return this;
    }

    Report figure(Object figure) {
        figures.add(figure);
        return this;
    }

    String title() {
        return title;
    }

    Machine machine() {
        return machine;
    }

    Map<String, Table> tables() {
        return tables;
    }

    /** @param heading one that was given */
    Table table(String heading) {
        return Objects.requireNonNull(tables.get(heading), heading);
    }

    List<Chart> charts() {
        return charts;
    }

    /** A line of JSON for the machine and one for each figure. */
    List<String> jsonLines() {
        List<String> lines = new ArrayList<>();
        lines.add(Json.line(machine));
        figures.forEach(figure -> lines.add(Json.line(figure)));
        return lines;
    }

    /** For a terminal. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tables.forEach((heading, table) ->
                text.append(heading).append("\n\n").append(table).append('\n'));
        return text.append(machine).append('\n').toString();
    }
}
