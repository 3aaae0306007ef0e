package dev.tocsin.loadtest.chaos;

import java.util.stream.Collectors;

/** A run in a few lines. */
final class Summary {
    private Summary() {}

    static String of(Result result) {
        Comparison compared = result.comparison();
        return """
                %s
                  faults         %d: %s
                  kill -9        %d
                  started again  %d times, %d of them after ending by themselves
                  events         %,d, in %,d records with duplicates and %d bad ones
                  alerts         %,d expected; lost %d, invented %d, changed %d; %d withdrawn on the way
                  dead letters   %d expected; missing %d, invented %d
                  repeated       %d alerts, %d dead letters""".formatted(
                        result.isExact() ? "EXACT" : "NOT EXACT",
                        result.faultCount(),
                        faults(result),
                        result.kills(),
                        result.startedAgain(),
                        result.endedThemselves(),
                        result.events(),
                        result.sent(),
                        result.planted(),
                        result.expected(),
                        compared.lost().size(),
                        compared.invented().size(),
                        compared.changed().size(),
                        result.withdrawn(),
                        result.planted(),
                        compared.missingDeadLetters().size(),
                        compared.inventedDeadLetters().size(),
                        result.repeatedAlerts(),
                        result.repeatedDeadLetters());
    }

    private static String faults(Result result) {
        return result.faults().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().id())
                .collect(Collectors.joining(", "));
    }
}
