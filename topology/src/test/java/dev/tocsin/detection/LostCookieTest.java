package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.INFO;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.detection.Severity.MEDIUM;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a new device is most likely the old one under another id. The laptop's browser is Chrome on Windows. */
class LostCookieTest {
    private static final String ID = "new-device";
    private static final String CHROME = "Chrome/Windows/10";
    private static final String EDGE = "Edge/Windows/10";

    static List<Story> stories() {
        Login onProbation =
                login("0", NOW.minusSeconds(60)).device("visitor").agent(EDGE).build();
        return List.of(
                when("same browser, same address", renewed().build()).fires(INFO),
                when("same browser, same /24", renewed().ip("84.208.20.255").build())
                        .fires(INFO),
                when(
                                "same browser, same /24 located anew",
                                renewed().from(Place.LAGOS).ip("84.208.20.77").build())
                        .fires(INFO),
                when(
                                "same browser, same /24, data centre",
                                renewed().network(Network.HOSTING).build())
                        .fires(INFO),
                when("same browser, next /24", renewed().ip("84.208.21.0").build())
                        .fires(LOW),
                when("same browser, address missing", renewed().ip(null).build())
                        .fires(LOW),
                when("same browser, far away", renewed().from(Place.LAGOS).build())
                        .fires(MEDIUM),
                when("other browser", renewed().agent(EDGE).build()).fires(LOW),
                when("browser not given", renewed().agent(null).build()).fires(LOW),
                when(
                                "browser of a device that is not known",
                                onProbation,
                                renewed().agent(EDGE).build())
                        .fires(LOW));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void known_browser_at_a_known_address_is_a_lost_cookie(Story story) {
        story.happensTo(TestAccount.settledLike(home -> home.agent(CHROME)), ID);
    }

    @Test
    void alert_tells_that_the_cookie_was_lost() {
        TestAccount account = TestAccount.settledLike(home -> home.agent(CHROME))
                .sees(renewed().build());
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.facts())
                .containsEntry("lost_cookie", "likely")
                .containsEntry("place", "known country and network");
        assertThat(Told.of(signal).summary()).contains(", most likely a known one that lost its cookie.");
    }

    private static LoginBuilder renewed() {
        return login("1", NOW).device("laptop with another cookie").agent(CHROME);
    }
}
