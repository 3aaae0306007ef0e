package dev.tocsin.loadtest.chaos;

import java.util.Locale;
import java.util.stream.Collectors;

/** A run in a few lines. */
final class Summary {
    private Summary() {}

    static String of(Result result) {
        Comparison compared = result.comparison();
        return String.format(
                Locale.ROOT,
                """
                %s
                  faults         %d: %s
                  kill -9        %d
                  started again  %d times, %d of them after ending by themselves
                  events         %,d, %,d of them amid faults; %,d records with duplicates and %d bad ones
                  alerts         %,d expected, %,d of them amid faults; lost %d, invented %d, changed %d; %d withdrawn on the way
                  dead letters   %d expected; missing %d, invented %d
                  repeated       %d alerts, %d dead letters""",
                result.isExact() ? "EXACT" : "NOT EXACT",
                result.faultCount(),
                faults(result),
                result.kills(),
                result.startedAgain(),
                result.endedThemselves(),
                result.events(),
                result.eventsAmidFaults(),
                result.sent(),
                result.planted(),
                result.expected(),
                result.expectedAmidFaults(),
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
