package dev.tocsin.detection;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import dev.tocsin.alerting.Alert;
import dev.tocsin.alerting.Evaluation;
import dev.tocsin.engine.Arrival;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.event.Source;
import dev.tocsin.testing.NoDatabases;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The catalogue's named vectors that concern logins, by their numbers, against all detectors at once: what peers are known
 * to get wrong.
 */
class CatalogueVectorsLoginsTest {
    private static final Set<String> NOVELTY =
            Set.of("new-asn", "new-city", "new-context", "new-country", "new-device");
    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/%s Safari/537.36";

    private final TestAccount account = TestAccount.settledInOslo();

    @Test
    void vector_2_relay_login_between_two_home_logins_is_no_travel_and_keeps_the_position() {
        detour(Network.RELAY);
    }

    @Test
    void vector_3_satellite_then_ground_is_no_travel_and_keeps_the_position() {
        detour(Network.SATELLITE);
    }

    private void detour(Network network) {
        Login home = login("1", NOW).build();
        account.sees(home)
                .sees(login("2", later(10))
                        .from(Place.NEW_YORK)
                        .network(network)
                        .build());

        assertThat(account.state().memory().positions()).containsExactly(home);

        account.sees(login("3", later(20)).build());

        assertThat(account.alerts("impossible-travel"))
                .noneMatch(alert -> alert.signal().severity().isAtLeast(Severity.LOW));
        assertThat(account.last().raised()).isEmpty();
        assertThat(account.alerts())
                .noneMatch(alert -> alert.signal().severity().isAtLeast(Severity.MEDIUM));
    }

    /** Each address is another one in the home's /64; one database even moves it across the border. */
    @Test
    void vector_4_ipv6_privacy_addresses_in_one_64_are_nothing_new() {
        TestAccount dualStack = TestAccount.settledLike(home -> home.ip("2001:db8:1:2::1"));
        for (int i = 1; i < 20; i++) {
            dualStack.sees(login("v6-" + i, later(i))
                    .ip("2001:db8:1:2:%x:%x:0:1".formatted(i * 7919 % 65_536, i))
                    .build());
        }
        dualStack.sees(login("moved", later(30))
                .from(Place.STOCKHOLM)
                .ip("2001:db8:1:2:dead::1")
                .build());

        assertThat(dualStack.alerts()).noneMatch(CatalogueVectorsLoginsTest::isNovelty);
        assertThat(dualStack.alerts("impossible-travel")).isEmpty();
    }

    @Test
    void vector_5_browser_update_is_no_new_device() {
        TestAccount browser = TestAccount.fresh();
        for (int day = 20; day > 0; day--) {
            browser.sees(read("home-" + day, NOW.minus(Duration.ofDays(day)), CHROME.formatted("120.0.6099.71")));
        }
        browser.sees(read("minor", NOW, CHROME.formatted("120.0.6099.130")))
                .sees(read("major", later(1), CHROME.formatted("121.0.6167.85")));

        assertThat(browser.alerts()).isEmpty();
        assertThat(browser.suppressed()).isEmpty();
        assertThat(browser.lastEvaluation("new-device").result()).isEqualTo(Evaluation.Result.QUIET);

        browser.sees(read("other", later(2), CHROME.formatted("121.0.6167.85") + " Edg/121.0.2277.83"));

        assertThat(browser.alerts("new-device")).hasSize(1);
    }

    @Test
    void vector_6_login_without_a_place_is_not_evaluable_and_raises_nothing() {
        account.sees(login("1", NOW).nowhere().build());

        assertThat(account.alerts()).isEmpty();
        assertThat(account.last().evaluations().all())
                .contains(
                        new Evaluation("impossible-travel", Evaluation.Result.NOT_EVALUABLE, "no-position"),
                        new Evaluation("new-asn", Evaluation.Result.NOT_EVALUABLE, "no-asn"),
                        new Evaluation("new-city", Evaluation.Result.NOT_EVALUABLE, "no-city"),
                        new Evaluation("new-country", Evaluation.Result.NOT_EVALUABLE, "no-country"));
    }

    @Test
    void vector_7_same_address_located_anew_is_nothing_new() {
        account.sees(login("1", NOW).build())
                .sees(login("2", later(1)).from(Place.BERLIN).ip("84.208.20.10").build())
                .sees(login("3", later(2)).build());

        assertThat(account.alerts()).isEmpty();
        assertThat(account.suppressed()).isEmpty();
    }

    /** Two logins in one day promote nothing; the third, a day later, is told again, on probation still. */
    @Test
    void vector_8_attacker_who_comes_twice_in_one_day_is_still_on_probation() {
        account.sees(stranger("1", NOW)).sees(stranger("2", later(60)));

        assertThat(account.alerts("new-country")).hasSize(1);
        assertThat(account.suppressed())
                .extracting(alert -> alert.signal().detector())
                .contains("new-country", "new-context");

        account.sees(stranger("3", later(25 * 60)));

        assertThat(account.alerts("new-country")).hasSize(2);
        assertThat(Told.last(account, "new-country").signal().severity()).isEqualTo(Severity.HIGH);
        assertThat(Told.last(account, "new-country").signal().facts())
                .containsEntry("trust", "on probation")
                .containsEntry("known_countries", "NO");
        assertThat(account.alerts("new-context")).hasSize(2);
        assertThat(account.alerts("new-device")).hasSize(2);
        assertThat(account.alerts("new-asn")).hasSize(2);
    }

    @Test
    void vector_11_event_that_comes_twice_raises_one_alert() {
        Login stranger = (Login) stranger("1", NOW);
        account.sees(stranger);
        List<Alert> once = account.alerts();

        account.sees(stranger);
        assertThat(account.last().arrival()).isEqualTo(Arrival.DUPLICATE);
        assertThat(account.alerts()).isEqualTo(once);

        account.sees(login("2", later(3 * 60)).build()).sees(stranger); // settled by now
        assertThat(account.last().arrival()).isEqualTo(Arrival.DUPLICATE);
        assertThat(account.alerts("new-country")).hasSize(1);
    }

    @Test
    void vector_11_restart_between_the_two_deliveries_raises_the_same_alert() {
        AccountEvent stranger = stranger("1", NOW);
        account.sees(stranger);
        TestAccount restarted = TestAccount.resumed(account.state()).sees(stranger);

        assertThat(restarted.last().arrival()).isEqualTo(Arrival.DUPLICATE);
        assertThat(restarted.table()).isEqualTo(account.table()).isNotEmpty();
    }

    private static boolean isNovelty(Alert alert) {
        return NOVELTY.contains(alert.signal().detector());
    }

    private static AccountEvent stranger(String id, Instant at) {
        return login(id, at).from(Place.LAGOS).device("stranger").build();
    }

    private static Instant later(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    /** A login from home as the production reader sees it, of a sender that tells no device's id. */
    private static AccountEvent read(String id, Instant at, String userAgent) {
        Source home = Source.newBuilder()
                .setIp("84.208.20.10")
                .setCountry("NO")
                .setCity("Oslo")
                .setLatitude(59.91)
                .setLongitude(10.75)
                .setAsn(2119L)
                .setUserAgent(userAgent)
                .build();
        return NoDatabases.READER.read(LoginEvent.newBuilder()
                .setEventId(id)
                .setAccountId(TestAccount.ID)
                .setOccurredAt(at)
                .setOutcome(LoginOutcome.SUCCEEDED)
                .setSource(home)
                .build());
    }
}
