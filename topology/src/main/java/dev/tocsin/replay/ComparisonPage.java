package dev.tocsin.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.tocsin.codec.AlertJson;
import dev.tocsin.detection.Severity;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A comparison as one page of HTML that needs nothing else, to be passed on. Whatever is not ours is escaped by the template.
 */
final class ComparisonPage {
    private static final String TEMPLATE = "comparison.html";

    private final Comparison comparison;
    private final ComparisonText.Rate rate;

    /** What is compared, and what held alerts back. */
    record Sides(String now, String then, Suppressed heldNow, Suppressed heldThen) {}

    ComparisonPage(Comparison comparison, long logins) {
        this.comparison = comparison;
        this.rate = new ComparisonText.Rate(logins);
    }

    byte[] render(Sides sides, Summary summary) {
        List<Map.Entry<String, Comparison.Row>> loud = comparison.rows().entrySet().stream()
                .filter(entry -> !entry.getValue().all().isEmpty())
                .toList();
        Traffic traffic = summary.traffic();
        Map<String, Object> page = new Model()
                .put("now", sides.now())
                .put("then", sides.then())
                .put("source", summary.source())
                .put("events", number(traffic.events()))
                .put("accounts", number(summary.accounts()))
                .put("logins", number(traffic.logins()))
                .put("first", String.valueOf(Objects.requireNonNullElse(traffic.first(), "")))
                .put("last", String.valueOf(traffic.last()))
                .put(
                        "bad",
                        summary.bad().count() == 0 ? "" : number(summary.bad().count()))
                .put("badCalled", summary.bad().called())
                .put("total", line("", comparison.total().all()))
                .put("severities", severities())
                .put("days", new DayChart(comparison.days()).model())
                .put("differing", table(loud, true))
                .put("alike", table(loud, false))
                .put("quiet", comparison.rows().size() - loud.size())
                .put("examples", examples())
                .put("held", held(sides))
                .map();
        return template().execute(page).getBytes(StandardCharsets.UTF_8);
    }

    /** One table, or none, of the detectors that differ, or of those that do not. */
    private List<Map<String, Object>> table(List<Map.Entry<String, Comparison.Row>> loud, boolean differs) {
        List<Map<String, Object>> detectors = loud.stream()
                .filter(entry -> entry.getValue().all().differs() == differs)
                .map(entry -> Map.<String, Object>of("lines", lines(entry.getKey(), entry.getValue())))
                .toList();
        return detectors.isEmpty() ? List.of() : List.of(Map.of("detectors", detectors, "count", detectors.size()));
    }

    private static Template template() {
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(ComparisonPage.class.getResourceAsStream(TEMPLATE)), StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, Object>> severities() {
        Comparison.Row total = comparison.total();
        long most = Stream.of(Severity.values())
                .mapToLong(severity ->
                        Math.max(total.of(severity).now(), total.of(severity).then()))
                .max()
                .orElse(0);
        return worstFirst()
                .map(severity -> new Model()
                        .put("name", severity.name())
                        .put("now", number(total.of(severity).now()))
                        .put("then", number(total.of(severity).then()))
                        .put("nowPercent", percent(total.of(severity).now(), most))
                        .put("thenPercent", percent(total.of(severity).then(), most))
                        .map())
                .toList();
    }

    private static Stream<Severity> worstFirst() {
        return Stream.iterate(Severity.CRITICAL.rank(), rank -> rank >= 0, rank -> rank - 1)
                .map(Severity::ofRank);
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "0" : String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
    }

    private List<Map<String, Object>> lines(String detector, Comparison.Row row) {
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(line(detector, row.all()));
        worstFirst()
                .filter(severity -> !row.of(severity).isEmpty())
                .forEach(severity -> lines.add(line(severity.name(), row.of(severity))));
        return lines;
    }

    private Map<String, Object> line(String name, Comparison.Numbers numbers) {
        boolean isTotal = name.isEmpty();
        return new Model()
                .put("name", name)
                .put("now", number(numbers.now()))
                .put("then", number(numbers.then()))
                .put("gained", numbers.gained() == 0 && !isTotal ? "" : number(numbers.gained()))
                .put("lost", numbers.lost() == 0 && !isTotal ? "" : number(numbers.lost()))
                .put("changed", numbers.changed() == 0 && !isTotal ? "" : number(numbers.changed()))
                .put("rateNow", rate.of(numbers.now()))
                .put("rateThen", rate.of(numbers.then()))
                .map();
    }

    private List<Map<String, Object>> examples() {
        List<Map<String, Object>> examples = new ArrayList<>();
        for (String detector : comparison.rows().keySet()) {
            for (Change change : List.of(Change.GAINED, Change.LOST, Change.CHANGED)) {
                List<Pair> pairs = comparison.examples(detector, change);
                if (!pairs.isEmpty()) {
                    examples.add(new Model()
                            .put("detector", detector)
                            .put("change", change.word())
                            .put(
                                    "pairs",
                                    pairs.stream().map(ComparisonPage::example).toList())
                            .map());
                }
            }
        }
        return examples;
    }

    private static Map<String, Object> example(Pair pair) {
        ObjectNode alert = AlertJson.write(pair.either());
        return new Model()
                .put("at", alert.path("occurred_at").asText())
                .put("account", pair.accountId())
                .put("severity", ComparisonText.severities(pair))
                .put("title", alert.path("title").asText())
                .put("summary", alert.path("summary").asText())
                .map();
    }

    private static List<Map<String, Object>> held(Sides sides) {
        TreeSet<String> reasons = new TreeSet<>(sides.heldNow().counts().keySet());
        reasons.addAll(sides.heldThen().counts().keySet());
        return reasons.stream()
                .map(reason -> new Model()
                        .put("name", reason)
                        .put("now", number(sides.heldNow().counts().getOrDefault(reason, 0L)))
                        .put("then", number(sides.heldThen().counts().getOrDefault(reason, 0L)))
                        .map())
                .toList();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
