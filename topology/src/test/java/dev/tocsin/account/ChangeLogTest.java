package dev.tocsin.account;

import static dev.tocsin.account.ChangeType.EMAIL_CHANGED;
import static dev.tocsin.account.ChangeType.PASSWORD_CHANGED;
import static dev.tocsin.account.ChangeType.PASSWORD_RESET_REQUESTED;
import static dev.tocsin.account.ChangeType.PAYOUT_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.TestAccount;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeLogTest {
    private List<AccountChange> log = List.of();

    @Test
    void changes_are_in_the_order_of_a_timeline_whatever_came_first() {
        add("c", EMAIL_CHANGED, 2);
        add("b", PASSWORD_CHANGED, 1);
        add("a", PAYOUT_CHANGED, 1);

        assertThat(ids()).containsExactly("a", "b", "c");
    }

    @Test
    void session_and_user_agent_are_not_kept() {
        log = ChangeLog.with(
                log, change("a", EMAIL_CHANGED, 0).session("s").agent("Firefox").build());

        assertThat(log.get(0).source())
                .isEqualTo(change("a", EMAIL_CHANGED, 0).build().source());
    }

    @Test
    void flood_of_resets_asked_for_does_not_push_out_an_email_change() {
        add("mail", EMAIL_CHANGED, 0);
        for (int i = 0; i < 100; i++) {
            add("q" + i, PASSWORD_RESET_REQUESTED, 1 + i);
        }

        assertThat(log.size()).isLessThanOrEqualTo(AccountMemory.MAX_CHANGES);
        assertThat(ids()).startsWith("mail").endsWith("q99");
        assertThat(ids()).doesNotContain("q0");
    }

    @Test
    void oldest_of_the_most_frequent_type_gives_way() {
        for (int i = 0; i < 7; i++) {
            addBare("mail" + i, EMAIL_CHANGED, i);
        }
        for (int i = 0; i < 9; i++) {
            addBare("q" + i, PASSWORD_RESET_REQUESTED, 10 + i);
        }
        assertThat(log).hasSize(AccountMemory.MAX_CHANGES);

        addBare("pay", PAYOUT_CHANGED, 20);

        assertThat(log).hasSize(AccountMemory.MAX_CHANGES);
        assertThat(ids()).contains("mail0", "q1", "pay").doesNotContain("q0");
    }

    @Test
    void among_types_of_one_frequency_the_oldest_change_gives_way() {
        for (int i = 0; i < 8; i++) {
            addBare("q" + i, PASSWORD_RESET_REQUESTED, 2 * i + 1);
            addBare("mail" + i, EMAIL_CHANGED, 2 * i);
        }

        addBare("pay", PAYOUT_CHANGED, 20);

        assertThat(ids())
                .hasSize(AccountMemory.MAX_CHANGES)
                .doesNotContain("mail0")
                .startsWith("q0", "mail1");
    }

    @Test
    void one_of_each_type_fits() {
        for (ChangeType type : ChangeType.values()) {
            addBare("e-" + type, type, log.size());
        }

        assertThat(log).extracting(AccountChange::change).containsExactly(ChangeType.values());
    }

    @Test
    void bytes_are_bounded_as_well_and_the_newest_stays() {
        int second = 0;
        for (ChangeType type : ChangeType.values()) {
            add("x".repeat(40) + type, type, second++);
            assertThat(log.stream().mapToInt(Bounded::bytes).sum()).isLessThanOrEqualTo(AccountMemory.MAX_CHANGE_BYTES);
            assertThat(log.get(log.size() - 1).change()).isEqualTo(type);
        }

        assertThat(log.size()).isBetween(4, 15);
    }

    @Test
    void change_that_came_late_and_is_the_most_dispensable_does_not_stay() {
        for (int i = 0; i < 16; i++) {
            addBare("q" + i, PASSWORD_RESET_REQUESTED, 10 + i);
        }
        List<AccountChange> full = log;

        addBare("late", PASSWORD_RESET_REQUESTED, 0);

        assertThat(log).isEqualTo(full);
    }

    private List<String> ids() {
        return new ArrayList<>(log.stream().map(AccountChange::eventId).toList());
    }

    private void add(String id, ChangeType type, int second) {
        log = ChangeLog.with(log, change(id, type, second).build());
    }

    /** Without a source, so that the number is what bounds. */
    private void addBare(String id, ChangeType type, int second) {
        log = ChangeLog.with(log, change(id, type, second).sourceless().build());
    }

    private static ChangeBuilder change(String id, ChangeType type, int second) {
        return ChangeBuilder.change(id, type, TestAccount.NOW.plusSeconds(second));
    }
}
