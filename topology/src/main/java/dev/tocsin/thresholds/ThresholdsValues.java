package dev.tocsin.thresholds;

import dev.tocsin.alerting.Allowlist;
import dev.tocsin.alerting.Learning;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes thresholds down as one value for each path, so that two documents can be compared by what they mean. */
final class ThresholdsValues {
    private final Map<String, String> values = new LinkedHashMap<>();

    private ThresholdsValues() {}

    static Map<String, String> of(Tunings everybody, List<Segment> segments, Allowlist allowlist) {
        ThresholdsValues all = new ThresholdsValues();
        all.tunings("", everybody);
        Map<String, String> common = Map.copyOf(all.values);
        for (Segment segment : segments) {
            ThresholdsValues own = new ThresholdsValues();
            own.tunings("", segment.tunings());
            own.values.entrySet().removeAll(common.entrySet());
            String path = "segments." + segment.name() + '.';
            segment.accounts().forEach(account -> all.values.put(path + "accounts." + account, "listed"));
            own.values.forEach((key, value) -> all.values.put(path + key, value));
        }
        all.allowlist(allowlist);
        return all.values;
    }

    private void tunings(String path, Tunings tunings) {
        settings(path + "learning.", Learning.class, tunings.learning());
        tunings.detectors().forEach((id, tuning) -> detector(path + "detectors." + id + '.', tuning));
    }

    private void detector(String path, Tuning tuning) {
        values.put(path + "enabled", Boolean.toString(tuning.enabled()));
        values.put(path + "mode", tuning.shadow() ? "shadow" : "live");
        new TreeMap<>(tuning.severities().overrides())
                .forEach((own, other) -> values.put(path + "severity." + own, other.name()));
        settings(path, tuning.settings().getClass(), tuning.settings());
    }

    private void settings(String path, Class<?> type, Object record) {
        Setting.of(type).forEach(setting -> values.put(path + setting.key(), setting.text(record)));
    }

    private void allowlist(Allowlist allowlist) {
        allowlist
                .networks()
                .forEach(network -> values.put("allowlists.networks." + network.range(), words(network.entry())));
        allowlist.accounts().forEach((account, entry) -> values.put("allowlists.accounts." + account, words(entry)));
        allowlist
                .countryPairs()
                .forEach(pair ->
                        values.put("allowlists.country-pairs." + pair.one() + '-' + pair.other(), words(pair.entry())));
    }

    private static String words(Allowlist.Entry entry) {
        return entry.untilMillis() == Long.MAX_VALUE
                ? entry.reason()
                : entry.reason() + ", until " + Instant.ofEpochMilli(entry.untilMillis());
    }
}
