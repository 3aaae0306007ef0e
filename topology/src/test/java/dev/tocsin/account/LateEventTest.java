package dev.tocsin.account;

import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a replayed old event must not be able to plant. */
class LateEventTest {
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(2));
    private static final AccountChange PAYOUT =
            change("payout", ChangeType.PAYOUT_CHANGED, NOW).to("iban").build();
    private static final AccountMemory MEMORY = Memories.of(login("home", NOW).build(), PAYOUT);

    @Test
    void late_login_teaches_nothing() {
        Login late = login("late", LONG_AGO)
                .from(Place.LAGOS)
                .device("stranger")
                .mfaPassed()
                .build();

        assertThat(MEMORY.afterLate(late, List.of())).isEqualTo(MEMORY);
    }

    @Test
    void late_failure_counts_nowhere() {
        assertThat(MEMORY.afterLate(login("late", LONG_AGO).failed().build(), List.of()))
                .isEqualTo(MEMORY);
    }

    @Test
    void late_change_is_kept_in_its_place_and_teaches_nothing_else() {
        AccountChange late = change("late", ChangeType.PAYOUT_CHANGED, LONG_AGO)
                .to("stolen")
                .instead("older")
                .build();
        AccountMemory after = MEMORY.afterLate(late, List.of());

        assertThat(after.changes()).containsExactly(late, PAYOUT);
        assertThat(after.destinations()).isEqualTo(MEMORY.destinations());
        assertThat(after.devices()).isEqualTo(MEMORY.devices());
        assertThat(after.learningSinceMillis()).isEqualTo(MEMORY.learningSinceMillis());
    }

    @Test
    void late_alert_is_marked() {
        Mark mark = new Mark(1, Mark.HIGH, LONG_AGO.toEpochMilli());
        AccountMemory after = MEMORY.afterLate(login("late", LONG_AGO).build(), List.of(mark));

        assertThat(after.marks()).containsExactly(mark);
    }
}
