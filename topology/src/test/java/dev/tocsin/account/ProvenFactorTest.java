package dev.tocsin.account;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second factor proves the owner, unless the owner was worn down to confirm it. */
class ProvenFactorTest {
    private static final AccountMemory HOME = Memories.of(
            login("a", NOW.minus(Duration.ofDays(9))).build(),
            login("b", NOW.minus(Duration.ofDays(1))).build());

    @ParameterizedTest
    @CsvSource({
        "GUESSING, 4, PROBATION",
        "GUESSING, 3, PROBATION",
        "GUESSING, 2, KNOWN",
        "STRANGE_PLACE, 4, KNOWN",
    })
    void factor_accepted_after_refusals_makes_nothing_known(Mark.Trail trail, int rank, Trust expected) {
        Login thief = login("thief", NOW)
                .from(Place.LAGOS)
                .device("stranger")
                .mfaPassed()
                .build();
        AccountMemory memory = HOME.after(thief, List.of(new Mark(1, rank, NOW.toEpochMilli(), trail)));

        long at = NOW.toEpochMilli();
        assertThat(memory.devices().trust(thief.source().device(), at)).isEqualTo(expected);
        assertThat(memory.countries().trust(thief.source().countryKey(), at)).isEqualTo(expected);
        assertThat(memory.lastMfa() != null).isEqualTo(expected == Trust.KNOWN);
    }
}
