package dev.tocsin.thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.alerting.Learning;
import dev.tocsin.detection.Detector;
import dev.tocsin.detection.DetectorCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The thresholds document: what it sets, what it may leave out, what is wrong with it. */
class ThresholdsTest {
    @Test
    void shipped_document_holds_the_defaults_of_the_records() {
        Thresholds shipped = Thresholds.defaults();

        assertThat(shipped.everybody()).isEqualTo(Tunings.SHIPPED);
    }

    @Test
    void shipped_document_has_every_key_with_a_comment_and_in_the_order_of_the_record() throws IOException {
        List<String> expected = new ArrayList<>(List.of("version", "mode", "learning"));
        Setting.of(Learning.class).forEach(setting -> expected.add(setting.key()));
        expected.add("detectors");
        for (DetectorCatalog.Item<?> item : DetectorCatalog.items()) {
            expected.add(item.id());
            expected.add("enabled");
            Setting.of(item.settingsType()).forEach(setting -> expected.add(setting.key()));
        }
        expected.addAll(List.of("segments", "allowlists"));
        List<String> lines =
                shipped().lines().filter(line -> line.matches(" *[a-z-]+:.*")).toList();

        assertThat(lines)
                .extracting(line -> line.strip().replaceFirst(":.*", ""))
                .isEqualTo(expected);
        assertThat(lines)
                .filteredOn(line -> line.matches(" *[a-z-]+: +[^#]*\\d.*") && line.startsWith("  "))
                .allMatch(line -> line.contains(" # "));
    }

    @Test
    void shipped_version_is_on_the_rules() {
        assertThat(Thresholds.defaults().version()).isEqualTo("2026-11-25");
        assertThat(Thresholds.defaults().rules().version()).isEqualTo("2026-11-25");
        assertThat(Thresholds.defaults().rules().detectors())
                .extracting(Detector::id)
                .isEqualTo(DetectorCatalog.items().stream()
                        .map(DetectorCatalog.Item::id)
                        .toList());
    }

    @Test
    void partial_document_changes_only_what_it_names() {
        Thresholds tuned = parse("""
                version: spring
                learning: { logins: 5 }
                detectors:
                  new-city: { min-distance: 250 km }
                  impossible-travel:
                """);

        assertThat(tuned.version()).isEqualTo("spring");
        assertThat(tuned.everybody().learning()).isEqualTo(new Learning(Learning.DEFAULTS.period(), 5));
        assertThat(tuned.everybody().of("new-city")).asString().contains("minDistanceKm=250.0", "cooldown=PT24H");
        assertThat(tuned.everybody().of("impossible-travel")).isEqualTo(Tunings.SHIPPED.of("impossible-travel"));
    }

    @Test
    void setting_reaches_the_detector() {
        Detector detector = parse("detectors: { new-country: { cooldown: 250 ms } }").rules().detectors().stream()
                .filter(item -> item.id().equals("new-country"))
                .findFirst()
                .orElseThrow();

        assertThat(detector.cooldown()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void disabled_detector_is_not_among_the_rules() {
        Thresholds tuned = parse("detectors: { new-city: { enabled: false } }");

        assertThat(tuned.rules().detectors())
                .extracting(Detector::id)
                .hasSize(DetectorCatalog.items().size() - 1)
                .doesNotContain("new-city");
    }

    @Test
    void document_without_version_is_named_by_its_hash() {
        String text = "learning: { logins: 5 }";

        assertThat(parse(text).version())
                .matches("sha256-[0-9a-f]{12}")
                .isEqualTo(parse(text).version());
        assertThat(parse(text + "\n").version()).isNotEqualTo(parse(text).version());
    }

    @Test
    void every_fault_is_told_at_once_in_the_order_of_the_document() {
        assertThatThrownBy(() -> parse("""
                        version: ""
                        lerning: { logins: 5 }
                        learning: { period: 14, logins: 10.5 }
                        detectors:
                          impossible-travel:
                            enabled: yes
                            max-speed: fast
                            min-distance: 500 mi
                            min-elapsd: 1 min
                            habit-times: [3]
                          imposible-travel: { enabled: false }
                          new-country: 24 h
                        """))
                .isInstanceOf(InvalidThresholdsException.class)
                .hasMessage("""
                        my.yaml has 11 faults:
                          - version: expected a name of at most 64 characters such as "2026-11-22", found "" (line 1)
                          - lerning: unknown key; did you mean learning? (line 2)
                          - learning.period: expected a duration such as "24 h" (units: ms, s, min, h, d), found "14" (line 3)
                          - learning.logins: expected a whole number, found "10.5" (line 3)
                          - detectors.impossible-travel.enabled: expected true or false, found "yes" (line 6)
                          - detectors.impossible-travel.max-speed: expected a speed such as "900 km/h", found "fast" (line 7)
                          - detectors.impossible-travel.min-distance: expected a distance such as "500 km", found "500 mi" (line 8)
                          - detectors.impossible-travel.min-elapsd: unknown key; did you mean min-elapsed? (line 9)
                          - detectors.impossible-travel.habit-times: expected a whole number, found a list (line 10)
                          - detectors.imposible-travel: unknown key; did you mean impossible-travel? (line 11)
                          - detectors.new-country: expected a map of keys, found text (line 12)""".replace("has 10", "has 11"));
    }

    @Test
    void every_refusal_of_a_settings_record_is_told_at_once() {
        assertThatThrownBy(() -> parse("""
                        detectors:
                          reset-then-payout-change:
                            cooldown: 8 d
                            high-within: 96 h
                            long-known: 400 d
                          login-velocity-spike: { window: 6 min, deviations: -1 }
                        learning: { logins: -1 }
                        """))
                .isInstanceOfSatisfying(InvalidThresholdsException.class, e -> assertThat(e.faults())
                        .extracting(Object::toString)
                        .containsExactly(
                                "detectors.reset-then-payout-change: critical-within, high-within and window must not be"
                                        + " negative and must ascend in this order (line 2)",
                                "detectors.reset-then-payout-change.cooldown: must be between 0 and 7 d,"
                                        + " found \"8 d\" (line 3)",
                                "detectors.reset-then-payout-change.long-known: must be between 0 and 365 d,"
                                        + " found \"400 d\" (line 5)",
                                "detectors.login-velocity-spike.window: must be between 15 s and 5 min, in steps of 15 s,"
                                        + " found \"6 min\" (line 6)",
                                "detectors.login-velocity-spike.deviations: must not be negative, found \"-1\" (line 6)",
                                "learning.logins: must be between 0 and 255, found \"-1\" (line 7)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "impossible-travel|max-speed: 0 km/h|max-speed: must be above 0 km/h, found \"0 km/h\"",
                "impossible-travel|habit-times: 16|habit-times: must be between 1 and 15, found \"16\"",
                "login-velocity-spike|window: 20 s|window: must be between 15 s and 5 min, in steps of 15 s, found \"20 s\"",
                "login-velocity-spike|deviations: -1|deviations: must not be negative, found \"-1\"",
                "new-city|min-distance: 20001 km|min-distance: must be above 0 and at most 20000 km, found \"20001 km\"",
                "new-country|cooldown: 169 h|cooldown: must be between 0 and 7 d, found \"169 h\""
            })
    void value_that_a_record_refuses_is_told_with_its_path(String detector, String line, String sentence) {
        assertThatThrownBy(() -> parse("detectors:\n  " + detector + ":\n    " + line + "\n"))
                .hasMessage("my.yaml: detectors." + detector + '.' + sentence + " (line 3)");
    }

    @Test
    void file_is_read_and_named_in_its_faults(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), shipped());
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "detectors: { new-contry: {} }");

        assertThat(Thresholds.read(good).everybody())
                .isEqualTo(Thresholds.defaults().everybody());
        assertThatThrownBy(() -> Thresholds.read(bad))
                .hasMessage(bad + ": detectors.new-contry: unknown key; did you mean new-country? (line 1)");
        assertThatThrownBy(() -> Thresholds.read(folder)).hasMessage(folder + ": this is a directory; give a file");
    }

    private static Thresholds parse(String text) {
        return Thresholds.parse("my.yaml", text);
    }

    private static String shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(Thresholds.class.getResourceAsStream("thresholds.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
