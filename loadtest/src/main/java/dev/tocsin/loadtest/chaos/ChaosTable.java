package dev.tocsin.loadtest.chaos;

import java.util.Arrays;
import java.util.List;
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
            "bad records",
            "alerts",
            "lost",
            "invented",
            "changed",
            "dead letters wrong",
            "repeated");

    private ChaosTable() {}

    static List<List<String>> rows(List<Result> results) {
        return results.stream().map(ChaosTable::row).toList();
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
                number(result.planted()),
                number(result.expected()),
                number(compared.lost().size()),
                number(compared.invented().size()),
                number(compared.changed().size()),
                number(compared.missingDeadLetters().size()
                        + compared.inventedDeadLetters().size()),
                number(result.repeatedAlerts() + result.repeatedDeadLetters()));
    }

    /** All runs together. */
    static List<String> sum(List<Result> results) {
        return List.of(
                "all",
                "",
                sum(results, Result::faultCount),
                sum(results, Result::kills),
                sum(results, Result::startedAgain),
                sum(results, Result::endedThemselves),
                sum(results, Result::events),
                sum(results, Result::planted),
                sum(results, Result::expected),
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

    static String markdown(List<Result> results, String machine) {
        StringBuilder text = new StringBuilder("# Chaos\n\n" + machine + "\n\n");
        line(text, HEAD);
        line(text, HEAD.stream().map(name -> "---").toList());
        rows(results).forEach(row -> line(text, row));
        line(text, sum(results));
        text.append("\n| fault | what is done | times |\n|---|---|---|\n");
        Arrays.stream(Fault.values())
                .forEach(fault -> line(
                        text, List.of('`' + fault.id() + '`', fault.description(), number(count(results, fault)))));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String number(long value) {
        return "%,d".formatted(value);
    }
}
