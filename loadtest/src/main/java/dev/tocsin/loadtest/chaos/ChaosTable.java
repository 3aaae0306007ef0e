package dev.tocsin.loadtest.chaos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Several runs as a table in Markdown, with the faults by kind below it. */
final class ChaosTable {
    static final List<String> HEAD = List.of(
            "seed",
            "guarantee",
            "faults",
            "kill -9",
            "started again",
            "by itself",
            "events",
            "amid faults",
            "bad records",
            "alerts",
            "amid faults",
            "lost",
            "invented",
            "changed",
            "dead letters wrong",
            "repeated");

    private ChaosTable() {}

    /** A row for each run, those without a result last, and the sum. */
    static List<List<String>> rows(Runs runs) {
        List<List<String>> rows = new ArrayList<>();
        runs.results().forEach(result -> rows.add(row(result)));
        runs.without().forEach(run -> rows.add(row(run)));
        rows.add(sum(runs.results()));
        return rows;
    }

    private static List<String> row(Runs.NoResult run) {
        List<String> row = new ArrayList<>(Collections.nCopies(HEAD.size(), "?"));
        row.set(0, Long.toString(run.options().seed()));
        row.set(
                1,
                run.options().guarantee().value() + ": no result: " + run.why().replaceAll("[\\s|]+", " "));
        return row;
    }

    private static List<String> row(Result result) {
        Comparison compared = result.comparison();
        return List.of(
                Long.toString(result.options().seed()),
                result.options().guarantee().value(),
                number(result.faultCount()),
                number(result.kills()),
                number(result.startedAgain()),
                number(result.endedThemselves()),
                number(result.events()),
                number(result.eventsAmidFaults()),
                number(result.planted()),
                number(result.expected()),
                number(result.expectedAmidFaults()),
                number(compared.lost().size()),
                number(compared.invented().size()),
                number(compared.changed().size()),
                number(compared.missingDeadLetters().size()
                        + compared.inventedDeadLetters().size()),
                number(result.repeatedAlerts() + result.repeatedDeadLetters()));
    }

    /** All runs together. */
    private static List<String> sum(List<Result> results) {
        return List.of(
                "all",
                "",
                sum(results, Result::faultCount),
                sum(results, Result::kills),
                sum(results, Result::startedAgain),
                sum(results, Result::endedThemselves),
                sum(results, Result::events),
                sum(results, Result::eventsAmidFaults),
                sum(results, Result::planted),
                sum(results, Result::expected),
                sum(results, Result::expectedAmidFaults),
                sum(results, result -> result.comparison().lost().size()),
                sum(results, result -> result.comparison().invented().size()),
                sum(results, result -> result.comparison().changed().size()),
                sum(
                        results,
                        result -> result.comparison().missingDeadLetters().size()
                                + result.comparison().inventedDeadLetters().size()),
                sum(results, result -> result.repeatedAlerts() + result.repeatedDeadLetters()));
    }

    private static String sum(List<Result> results, ToLongFunction<Result> value) {
        return number(results.stream().mapToLong(value).sum());
    }

    /** How often a fault came in all runs. */
    static int count(List<Result> results, Fault fault) {
        return results.stream()
                .mapToInt(result -> result.faults().getOrDefault(fault, 0))
                .sum();
    }

    static String markdown(Runs runs, String machine) {
        StringBuilder text = new StringBuilder("# Chaos\n\n" + runs.setting() + "\n" + machine + "\n\n");
        line(text, HEAD);
        line(text, HEAD.stream().map(name -> "---").toList());
        rows(runs).forEach(row -> line(text, row));
        text.append("\n| fault | what is done | times |\n|---|---|---|\n");
        Arrays.stream(Fault.values())
                .forEach(fault -> line(
                        text,
                        List.of('`' + fault.id() + '`', fault.description(), number(count(runs.results(), fault)))));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
