package dev.tocsin.thresholds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What two documents do differently, path by path. */
class ThresholdsDiffTest {
    private static List<String> diff(String before, String after) {
        return ThresholdsDiff.between(Thresholds.parse("before", before), Thresholds.parse("after", after));
    }

    @Test
    void changed_value_is_told_with_its_unit_and_what_was_left_out_is_as_shipped() {
        assertThat(diff("version: a", """
                version: b
                effective_from: 2026-12-01T01:00:00+01:00
                detectors:
                  failed-burst: { failures: 5 }
                  impossible-travel: { max-speed: 1000 km/h }
                  new-city: { enabled: false }
                """))
                .containsExactly(
                        "effective_from: not set -> 2026-12-01T00:00:00Z",
                        "detectors.failed-burst.failures: 10 -> 5",
                        "detectors.impossible-travel.max-speed: 900 km/h -> 1000 km/h",
                        "detectors.new-city.enabled: true -> false");
    }

    @Test
    void comments_order_units_and_defaults_spelled_out_are_no_difference() {
        assertThat(diff("version: a\ndetectors: { new-city: { cooldown: 24 h } }", """
                # why
                detectors:
                  failed-burst: { failures: 10 }
                  new-city: { cooldown: 1440 min } # the same
                version: b
                """))
                .isEmpty();
        assertThat(diff(Thresholds.defaults().text(), "version: a")).isEmpty();
    }

    @Test
    void what_one_document_lacks_is_told_both_ways() {
        String segment = "segments: { sellers: { detectors: { failed-burst: { failures: 5 } } } }\n";

        assertThat(diff("version: a", segment))
                .contains("segments.sellers.detectors.failed-burst.failures: not set -> 5");
        assertThat(diff(segment, "version: a"))
                .contains("segments.sellers.detectors.failed-burst.failures: 5 -> not set");
    }

    @Test
    void accounts_are_told_one_by_one_and_steer_no_terminal() {
        assertThat(diff("segments: { sellers: { accounts: [ a-1, a-2 ] } }", """
                segments: { sellers: { accounts: [ a-1, "a\\e[2J-3" ] } }
                allowlists: { accounts: [ { account: z, reason: r }, { account: y, reason: r } ] }
                """))
                .containsExactly(
                        "segments.sellers.accounts.a [2J-3: not set -> listed",
                        "allowlists.accounts.z: not set -> r",
                        "allowlists.accounts.y: not set -> r",
                        "segments.sellers.accounts.a-2: listed -> not set");
    }
}
