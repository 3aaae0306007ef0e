package dev.tocsin.account;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days on which nobody could have been seen do not count against what was known before them. */
class SilenceTest {
    private static final Login HOME = login("home", NOW).build();

    @ParameterizedTest
    @CsvSource({"29, KNOWN", "30, KNOWN", "91, KNOWN", "1000, KNOWN"})
    void home_is_known_after_any_silence(int days, Trust expected) {
        Instant back = NOW.plus(Duration.ofDays(days));
        AccountMemory awake = Memories.of(HOME).awakeAt(back.toEpochMilli());

        assertThat(trustOfHome(awake, back)).isEqualTo(expected);
        assertThat(trustOfHome(awake.after(login("back", back).build(), List.of()), back))
                .isEqualTo(expected);
    }

    /** The account goes on in Sweden for so long, and then sleeps for 200 days. */
    @ParameterizedTest
    @CsvSource({"80, KNOWN", "100, UNSEEN"})
    void what_was_unseen_before_the_silence_goes_on_from_there(int daysInSweden, Trust expected) {
        List<Login> logins = new ArrayList<>(List.of(HOME));
        for (int day = 20; day <= daysInSweden; day += 20) {
            logins.add(login("se" + day, NOW.plus(Duration.ofDays(day)))
                    .from(Place.STOCKHOLM)
                    .build());
        }
        Instant back = NOW.plus(Duration.ofDays(daysInSweden + 200L));

        assertThat(trustOfHome(Memories.of(logins).awakeAt(back.toEpochMilli()), back))
                .isEqualTo(expected);
    }

    @Test
    void failure_in_the_silence_is_judged_awake_and_ends_nothing() {
        Instant attempt = NOW.plus(Duration.ofDays(120));
        AccountMemory memory =
                Memories.of(HOME, login("guess", attempt).failed().build());

        assertThat(trustOfHome(memory.awakeAt(attempt.toEpochMilli()), attempt)).isEqualTo(Trust.KNOWN);
        assertThat(trustOfHome(memory, attempt)).isEqualTo(Trust.UNSEEN);
    }

    private static Trust trustOfHome(AccountMemory memory, Instant at) {
        return memory.countries().trust(HOME.source().countryKey(), at.toEpochMilli());
    }
}
