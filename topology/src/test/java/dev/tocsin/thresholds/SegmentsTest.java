package dev.tocsin.thresholds;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static dev.tocsin.thresholds.Documents.parse;
import static dev.tocsin.thresholds.Documents.settledUnder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.Login;
import dev.tocsin.alerting.Rules;
import dev.tocsin.alerting.Watch;
import dev.tocsin.detection.Severity;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments merge over what is given for everybody; severities can be given anew. */
class SegmentsTest {
    private static final String DOCUMENT = """
            learning: { logins: 5 }
            detectors:
              failed-burst: { failures: 8, window: 5 min }
              new-city: { mode: shadow }
              new-asn: { enabled: false }
            segments:
              sellers:
                detectors:
                  failed-burst: { failures: 4 }
                  new-asn: { enabled: true }
              pilot:
                accounts: [ account-1, 4711 ]
                mode: shadow
                detectors: { new-device: { mode: live } }
            """;

    private final Thresholds thresholds = parse(DOCUMENT);

    @Test
    void segment_changes_what_it_names_and_inherits_the_rest() {
        assertThat(thresholds.values())
                .containsEntry("detectors.failed-burst.failures", "8")
                .containsEntry("segments.sellers.detectors.failed-burst.failures", "4")
                .doesNotContainKey("segments.sellers.detectors.failed-burst.window")
                .doesNotContainKey("segments.sellers.learning.logins");
        assertThat(rulesOf("sellers").detectors())
                .hasSize(thresholds.rules().detectors().size() + 1);
        assertThat(rulesOf("sellers").learning()).isEqualTo(thresholds.rules().learning());
    }

    @ParameterizedTest
    @CsvSource({"default, stranger, everybody", "buyers, stranger, everybody", "sellers, stranger, sellers"})
    void event_is_judged_by_its_segment(String segment, String account, String expected) {
        assertThat(thresholds.ruleBook().rulesFor(event(account, segment)))
                .isSameAs(expected.equals("everybody") ? thresholds.rules() : rulesOf("sellers"));
    }

    @ParameterizedTest
    @CsvSource({"account-1, sellers", "4711, default"})
    void listed_account_belongs_to_its_segment_whatever_its_events_say(String account, String segment) {
        assertThat(thresholds.ruleBook().rulesFor(event(account, segment)))
                .isSameAs(thresholds.segments().get("pilot"));
    }

    @ParameterizedTest
    @CsvSource({
        "pilot, new-country, true",
        "pilot, new-device, false",
        "sellers, new-city, true",
        "sellers, new-country, false"
    })
    void mode_of_the_segment_s_detector_wins_over_the_segment_s_and_that_over_everybody_s(
            String segment, String detector, boolean shadow) {
        assertThat(rulesOf(segment).watches())
                .filteredOn(watch -> watch.detector().id().equals(detector))
                .extracting(Watch::shadow)
                .containsExactly(shadow);
    }

    @Test
    void severity_given_anew_is_the_one_that_is_raised_remembered_and_cooled_down() {
        TestAccount account = settledUnder("detectors: { new-country: { severity: { MEDIUM: HIGH } } }")
                .sees(login("1", NOW).from(Place.LAGOS).build())
                .sees(login("2", NOW.plus(Duration.ofHours(3)))
                        .from(Place.LAGOS)
                        .build());

        assertThat(account.alerts("new-country"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.signal().severity()).isEqualTo(Severity.HIGH));
        assertThat(account.state().memory().openAlerts(NOW.toEpochMilli()))
                .anyMatch(mark -> mark.rank() == Severity.HIGH.rank());
    }

    private Rules rulesOf(String segment) {
        return thresholds.segments().getOrDefault(segment, thresholds.rules());
    }

    private static Login event(String account, String segment) {
        Login login = login("1", NOW).build();
        return new Login(
                login.eventId(),
                account,
                segment,
                login.occurredAt(),
                login.outcome(),
                login.failureReason(),
                login.authMethod(),
                login.mfa(),
                login.source());
    }
}
