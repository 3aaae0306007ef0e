package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Severity.LOW;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Login;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Window, number of networks and cooldown, just below, at and just above. */
class UnusualConcurrencyThresholdsTest {
    private static final String ID = "unusual-concurrency";
    private static final long MINUTE = 60_000;
    private static final Login LAPTOP = home("laptop", 0);

    static List<Story> window() {
        return List.of(
                when("just below 30 min", LAPTOP, berlin("1", 30 * MINUTE - 1)).fires(HIGH),
                when("at 30 min", LAPTOP, berlin("1", 30 * MINUTE)).fires(HIGH),
                when("just above 30 min", LAPTOP, berlin("1", 30 * MINUTE + 1)).isQuiet(),
                when("in the same millisecond", LAPTOP, berlin("z", 0)).fires(HIGH),
                when(
                                "session that was used again lives on",
                                LAPTOP,
                                home("again", 20 * MINUTE),
                                berlin("1", 50 * MINUTE))
                        .fires(HIGH));
    }

    @ParameterizedTest
    @MethodSource("window")
    void session_is_live_for_half_an_hour_after_its_latest_login(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    static List<Story> cooldowns() {
        Login first = berlin("1", MINUTE);
        Login stillThere = home("2", 40 * MINUTE);
        return List.of(
                when("just below an hour", LAPTOP, first, stillThere, berlin("3", 61 * MINUTE - 1))
                        .isCoolingDown(),
                when("at an hour", LAPTOP, first, stillThere, berlin("3", 61 * MINUTE))
                        .fires(HIGH),
                when(
                                "countries after networks",
                                LAPTOP,
                                norway("1", MINUTE, "tablet", Place.BERGEN),
                                norway("2", 2 * MINUTE, "desktop", Place.TROMSO),
                                berlin("3", 3 * MINUTE))
                        .fires(HIGH),
                when(
                                "another session in the same networks",
                                LAPTOP,
                                norway("1", MINUTE, "tablet", Place.BERGEN),
                                norway("2", 2 * MINUTE, "desktop", Place.TROMSO),
                                norway("3", 3 * MINUTE, "watch", Place.TROMSO))
                        .isCoolingDown());
    }

    @ParameterizedTest
    @MethodSource("cooldowns")
    void account_cools_down_for_an_hour(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void networks_must_be_as_many_as_the_setting() {
        AccountMemory before = Memories.of(
                LAPTOP, norway("1", MINUTE, "tablet", Place.BERGEN), norway("2", MINUTE, "old", Place.DRAMMEN));
        Login third = norway("3", 2 * MINUTE, "desktop", Place.TROMSO);
        Moment moment = new Moment(before, third, false);

        assertThat(examine(2, moment)).isInstanceOf(Signal.class);
        assertThat(examine(3, moment)).isInstanceOfSatisfying(Signal.class, signal -> {
            assertThat(signal.facts()).containsEntry("sessions", "4").containsEntry("networks", "3");
            assertThat(signal.severity()).isEqualTo(LOW); // all on their first day, and so all known
        });
        assertThat(examine(4, moment)).isEqualTo(Finding.QUIET);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, window", "86400001, 3, window", "1, 1, min-networks", "1, 17, min-networks"})
    void setting_out_of_its_range_is_refused(long windowMillis, int minNetworks, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnusualConcurrencyDetector.Settings(
                        Duration.ofHours(1), Duration.ofMillis(windowMillis), minNetworks))
                .withMessageContaining(name + " must be");
    }

    private static Finding examine(int minNetworks, Moment moment) {
        return new UnusualConcurrencyDetector(new UnusualConcurrencyDetector.Settings(
                        Duration.ofHours(1), Duration.ofMinutes(30), minNetworks))
                .examine(moment);
    }

    private static Login home(String id, long millisLater) {
        return soon(id, millisLater, "laptop").build();
    }

    private static Login berlin(String id, long millisLater) {
        return soon(id, millisLater, "stranger").from(Place.BERLIN).build();
    }

    private static Login norway(String id, long millisLater, String device, Place place) {
        return soon(id, millisLater, device).from(place).build();
    }

    private static LoginBuilder soon(String id, long millisLater, String device) {
        return login(id, NOW.plusMillis(millisLater)).device(device).session("session of " + device);
    }
}
