package dev.tocsin.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Alerts by day as pairs of columns; of a long time, several days to a pair. */
final class DayChart {
    private static final int MOST_COLUMNS = 62;
    private static final double WIDTH = 720;
    private static final double TOP = 20;
    private static final double BOTTOM = 180;
    private static final double GAP = 0.25;

    private final List<Column> columns = new ArrayList<>();
    private final long daysEach;

    /** Some days' alerts. */
    private record Column(LocalDate first, long now, long then) {}

    /** @param days by their number since 1970 */
    DayChart(Map<Long, Comparison.Row> days) {
        long first = days.keySet().stream().min(Long::compare).orElse(0L);
        long last = days.keySet().stream().max(Long::compare).orElse(-1L);
        daysEach = Math.max(1, (last - first + MOST_COLUMNS) / MOST_COLUMNS);
        for (long day = first; day <= last; day += daysEach) {
            long now = 0;
            long then = 0;
            for (Map.Entry<Long, Comparison.Row> entry : days.entrySet()) {
                if (entry.getKey() >= day && entry.getKey() < day + daysEach) {
                    now += entry.getValue().all().now();
                    then += entry.getValue().all().then();
                }
            }
            columns.add(new Column(LocalDate.ofEpochDay(day), now, then));
        }
    }

    /** Empty when there is nothing to be told apart. */
    List<Map<String, Object>> model() {
        if (columns.size() < 2) {
            return List.of();
        }
        long most = columns.stream()
                .mapToLong(column -> Math.max(column.now(), column.then()))
                .max()
                .orElse(1);
        List<Map<String, Object>> drawn = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            drawn.add(drawn(columns.get(i), i, Math.max(1, most)));
        }
        LocalDate lastDay = columns.get(columns.size() - 1).first().plusDays(daysEach - 1);
        return List.of(new Model()
                .put("title", daysEach == 1 ? "By day" : "By " + daysEach + " days")
                .put("most", String.format(Locale.ROOT, "%,d", most))
                .put("columns", drawn)
                .put("firstDay", columns.get(0).first())
                .put("lastDay", lastDay)
                .map());
    }

    private Map<String, Object> drawn(Column column, int index, long most) {
        double step = WIDTH / columns.size();
        double width = step * (1 - GAP) / 2;
        double heightNow = (BOTTOM - TOP) * column.now() / most;
        double heightThen = (BOTTOM - TOP) * column.then() / most;
        return new Model()
                .put("day", column.first())
                .put("now", column.now())
                .put("then", column.then())
                .put("width", pixels(width))
                .put("xNow", pixels(index * step + step * GAP / 2))
                .put("xThen", pixels(index * step + step * GAP / 2 + width))
                .put("yNow", pixels(BOTTOM - heightNow))
                .put("yThen", pixels(BOTTOM - heightThen))
                .put("heightNow", pixels(heightNow))
                .put("heightThen", pixels(heightThen))
                .map();
    }

    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
