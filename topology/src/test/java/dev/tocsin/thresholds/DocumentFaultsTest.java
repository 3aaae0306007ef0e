package dev.tocsin.thresholds;

import static dev.tocsin.thresholds.Documents.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of modes, severities, segments and allowlists that cannot be used. */
class DocumentFaultsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "effective_from: tomorrow|effective_from: expected a moment such as \"2026-12-01T00:00:00Z\", found \"tomorrow\"",
                "effective_from: 2026-12-01|effective_from: expected a moment such as \"2026-12-01T00:00:00Z\", found \"2026-12-01\"",
                "mode: dark|mode: expected one of live, shadow, found \"dark\"",
                "detectors: { new-city: { severity: { high: LOW } } }|detectors.new-city.severity.high: unknown key; did you mean HIGH?",
                "detectors: { new-city: { severity: { HIGH: 3 } } }|detectors.new-city.severity.HIGH: expected one of INFO, LOW, MEDIUM, HIGH, CRITICAL, found \"3\"",
                "detectors: { new-city: { severity: { HIGH: INFO } } }|detectors.new-city.severity: the tiers overlap: LOW would become LOW and HIGH, which is worse, only INFO",
                "segments: { sellers: { detectors: { new-contry: {} } } }|segments.sellers.detectors.new-contry: unknown key; did you mean new-country?",
                "segments: { sellers: { accounts: a-1 } }|segments.sellers.accounts: expected a list, found \"a-1\"",
                "segments: { sellers: { accounts: [ [] ] } }|segments.sellers.accounts: expected an account id of at most 256 bytes, found a list",
                "segments: { a: { accounts: [ x ] }, b: { accounts: [ x ] } }|segments.b.accounts: lists x, which segments.a lists already",
                "segments: { a: { accounts: [ x, x ] } }|segments.a.accounts: lists x, which stands there already",
                "segments: { a-name-that-is-longer-than-any-event: {} }|segments.a-name-that-is-longer-than-any-event: expected a segment's name of 1 to 32 bytes, as events carry it",
                "segments: { sellers: { detectors: { failed-burst: { window: -1 min } } } }|segments.sellers.detectors.failed-burst.window: expected a duration such as \"24 h\" (units: ms, s, min, h, d), found \"-1 min\"",
                "allowlists: { networks: { cidr: 10.0.0.0/8 } }|allowlists.networks: expected a list, found a map of keys",
                "allowlists: { networks: [ { cidr: 10.0.0.0/8 } ] }|allowlists.networks[0].reason: is missing; expected a sentence of at most 200 characters that says why",
                "allowlists: { networks: [ { reason: r } ] }|allowlists.networks[0].cidr: is missing; expected a network such as 203.0.113.0/24 or 2001:db8::/32",
                "allowlists: { networks: [ { reason: r, cidr: 10.0.0.1 } ] }|allowlists.networks[0].cidr: expected a network such as 203.0.113.0/24 or 2001:db8::/32, found \"10.0.0.1\"",
                "allowlists: { networks: [ { reason: r, cidr: 10.0.0.999/8 } ] }|allowlists.networks[0].cidr: expected a network such as 203.0.113.0/24 or 2001:db8::/32, found \"10.0.0.999/8\"",
                "allowlists: { networks: [ { reason: r, cidr: 10.0.0.1/8 } ] }|allowlists.networks[0].cidr: the address has bits beyond the prefix; the network is 10.0.0.0/8, found \"10.0.0.1/8\"",
                "allowlists: { networks: [ { reason: r, cidr: 10.0.0.0/33 } ] }|allowlists.networks[0].cidr: the prefix must be between 0 and 32, found \"10.0.0.0/33\"",
                "allowlists: { networks: [ { reason: r, cidr: 'fe80::%1/64' } ] }|allowlists.networks[0].cidr: expected a network such as 203.0.113.0/24 or 2001:db8::/32, found \"fe80::%1/64\"",
                "allowlists: { networks: [ { reason: r, cidr: '::ffff:10.0.0.0/24' } ] }|allowlists.networks[0].cidr: is an IPv4 network; write it so, with a prefix of 8 to 32, found \"::ffff:10.0.0.0/24\"",
                "allowlists: { networks: [ { reason: r, cidr: 0.0.0.0/0 } ] }|allowlists.networks[0].cidr: must not be wider than /8: name the networks that are yours, found \"0.0.0.0/0\"",
                "allowlists: { networks: [ { reason: r, cidr: '::/0' } ] }|allowlists.networks[0].cidr: must not be wider than /16: name the networks that are yours, found \"::/0\"",
                "allowlists: { networks: [ { reason: r, cidr: 10.0.0.0/8, expires: soon } ] }|allowlists.networks[0].expires: expected a day such as 2027-01-31, which still counts, or a moment such as \"2027-01-31T12:00:00Z\", found \"soon\"",
                "allowlists: { accounts: [ { account: a, reason: r }, { account: a, reason: s } ] }|allowlists.accounts[1].account: is listed twice; keep one",
                "allowlists: { networks: [ { cidr: 10.0.0.0/8, reason: r }, { cidr: 10.0.0.0/8, reason: s, expires: 2027-01-31 } ] }|allowlists.networks[1].cidr: is listed twice; keep one",
                "allowlists: { country-pairs: [ { countries: DE-AT, reason: r }, { countries: AT-DE, reason: s } ] }|allowlists.country-pairs[1].countries: is listed twice; keep one",
                "allowlists: { country-pairs: [ { countries: DE, reason: r } ] }|allowlists.country-pairs[0].countries: expected two different ISO 3166-1 countries such as DE-AT, found \"DE\"",
                "allowlists: { country-pairs: [ { countries: DE-XX, reason: r } ] }|allowlists.country-pairs[0].countries: expected two different ISO 3166-1 countries such as DE-AT, found \"DE-XX\"",
                "allowlists: { country-pair: [] }|allowlists.country-pair: unknown key; did you mean country-pairs?"
            })
    void fault_is_told_with_its_path(String text, String sentence) {
        assertThatThrownBy(() -> parse(text)).hasMessage("my.yaml: " + sentence + " (line 1)");
    }

    @Test
    void detector_that_can_never_fire_in_one_segment_is_refused_there() {
        assertThatThrownBy(() -> parse("""
                        segments:
                          sellers:
                            detectors:
                              login-velocity-spike: { deviations: 100000 }
                        """))
                .hasMessage(
                        "my.yaml: segments.sellers.detectors.login-velocity-spike: can never fire under these settings:"
                                + " told exactly what it looks for, it ends up quiet; mend that, or set enabled: false (line 4)");
    }

    @Test
    void follower_whose_leaders_are_all_in_shadow_can_never_fire() {
        assertThatThrownBy(() -> parse("""
                        detectors:
                          impossible-travel: { mode: shadow }
                          new-context: { mode: shadow }
                          new-country: { mode: shadow }
                        """))
                .hasMessageStartingWith(
                        "my.yaml: detectors.new-location-then-sensitive: can never fire: it follows alerts of")
                .hasMessageContaining("which are all switched off or in shadow");
    }

    @Test
    void follower_in_shadow_is_no_fault_and_worth_a_note_while_its_leaders_are_in_shadow_beside_live_ones() {
        assertThat(parse("mode: shadow").notes()).isEmpty();
        assertThat(parse("{ mode: shadow, detectors: { flip-back: { mode: live } } }")
                        .notes())
                .hasSize(2)
                .allMatch(note ->
                        note.endsWith("in shadow, and all that it follows is in shadow or off, so it finds nothing"
                                + " until that is live"));
        assertThat(parse("{ mode: shadow, detectors: { failed-burst: { mode: live } } }")
                        .notes())
                .singleElement()
                .asString()
                .startsWith("detectors.new-location-then-sensitive: ");
    }

    @Test
    void detector_in_shadow_that_can_never_fire_is_refused_too() {
        assertThatThrownBy(() -> parse("detectors: { login-velocity-spike: { mode: shadow, deviations: 100000 } }"))
                .hasMessageContaining("detectors.login-velocity-spike: can never fire");
    }

    @Test
    void follower_can_never_fire_when_its_leaders_are_made_too_mild() {
        assertThatThrownBy(() -> parse("""
                        detectors:
                          failed-burst: { severity: { LOW: INFO, MEDIUM: INFO } }
                          burst-then-success: { enabled: false }
                          mfa-fatigue-accepted: { enabled: false }
                        """))
                .hasMessageStartingWith("my.yaml: detectors.brute-then-change: can never fire");
    }

    @Test
    void entry_that_has_expired_is_refused_to_who_writes_it_and_to_nobody_else() {
        Thresholds thresholds = parse("""
                allowlists:
                  accounts:
                    - { account: a, reason: r, expires: 2026-11-24 }
                    - { account: b, reason: r, expires: 2026-11-25 }
                """);

        assertThatThrownBy(() -> thresholds.refuseExpired("my.yaml", Instant.parse("2026-11-25T00:00:00Z")))
                .isInstanceOf(InvalidThresholdsException.class)
                .hasMessage(
                        "my.yaml: allowlists.accounts[0].expires: is in the past; drop the entry or give it another day"
                                + " (line 3)");
        assertThatCode(() -> thresholds.refuseExpired("my.yaml", Instant.parse("2026-11-24T23:59:59Z")))
                .doesNotThrowAnyException();
        assertThat(thresholds.rules().detectors()).isNotEmpty();
    }
}
