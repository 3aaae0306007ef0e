package dev.tocsin.detection;

import static dev.tocsin.detection.Severity.CRITICAL;
import static dev.tocsin.detection.Severity.HIGH;
import static dev.tocsin.detection.Stranger.DAY;
import static dev.tocsin.detection.Stranger.HOUR;
import static dev.tocsin.detection.Stranger.did;
import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mfa;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Story;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guessing that raised an alert, from LOW on; the last attempt of every burst is at NOW. */
class BruteThenChangeTest {
    private static final String ID = "brute-then-change";

    static List<Story> tiers() {
        return List.of(
                after("at once", failures(10, "stranger"), email(1)).fires(HIGH),
                after("just below 24 h", failures(10, "stranger"), email(DAY - 1))
                        .fires(HIGH),
                after("24 h", failures(10, "stranger"), email(DAY)).fires(HIGH),
                after("just above 24 h", failures(10, "stranger"), email(DAY + 1))
                        .isQuiet(),
                after("too few failures", failures(9, "stranger"), email(HOUR)).isQuiet(),
                after("money", failures(10, "stranger"), did("then", ChangeType.PAYOUT_CHANGED, HOUR))
                        .fires(CRITICAL));
    }

    static List<Story> attacks() {
        return List.of(
                after("guessed right", failuresThenSuccess(), email(HOUR)).fires(HIGH),
                after("prompts until one was accepted", promptsThenSuccess(), email(HOUR))
                        .fires(HIGH),
                after("prompts, and on the next day failures to play them down", playedDown(), email(HOUR))
                        .fires(HIGH),
                after("a client of the owner with an old password", failures(10, "laptop"), email(HOUR))
                        .isQuiet());
    }

    static List<Story> owners() {
        return List.of(
                after("new password on the laptop", failures(10, "stranger"), own(ChangeType.PASSWORD_CHANGED))
                        .isQuiet(),
                after("money moved on the laptop", failures(10, "stranger"), own(ChangeType.PAYOUT_CHANGED))
                        .fires(HIGH),
                after(
                                "old password in a client, then the money",
                                failures(10, "laptop"),
                                own(ChangeType.PAYOUT_CHANGED))
                        .isQuiet());
    }

    static List<Story> ends() {
        return Arrays.stream(ChangeType.values())
                .filter(type -> type != ChangeType.PAYOUT_CHANGED)
                .map(type -> {
                    Story.Beginning story = after("then " + type, failures(10, "stranger"), did("then", type, HOUR));
                    return type.isSensitive() ? story.fires(HIGH) : story.isQuiet();
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource({"tiers", "attacks", "owners", "ends"})
    void sensitive_change_after_guessing_fires(Story story) {
        story.happensTo(TestAccount.settledInOslo(), ID);
    }

    @Test
    void alert_cites_the_attempt_that_raised_the_alarm_and_locks_the_account() {
        TestAccount account = TestAccount.settledInOslo();
        failures(10, "stranger").forEach(account::sees);
        account.sees(email(HOUR));
        Signal signal = Told.last(account, ID).signal();

        assertThat(signal.evidence()).extracting(Evidence::eventId).containsExactly("try-0", "then");
        assertThat(signal.facts()).containsEntry("first", "login attempt").doesNotContainKey("open_alert");
        assertThat(signal.holdUntil()).isEqualTo(NOW.plusMillis(HOUR).plus(Duration.ofDays(3)));
        assertThat(Told.detector(ID).recommend(HIGH)).isEqualTo(Action.LOCK_ACCOUNT);
    }

    private static Story.Beginning after(String name, List<Login> attack, AccountChange then) {
        List<AccountEvent> events = new ArrayList<>(attack);
        events.add(then);
        return when(name, events);
    }

    private static List<Login> failures(int count, String device) {
        List<Login> failures = new ArrayList<>();
        for (int left = count - 1; left >= 0; left--) {
            failures.add(attempt(left).device(device).failed().build());
        }
        return failures;
    }

    private static List<Login> failuresThenSuccess() {
        List<Login> attempts = new ArrayList<>(failures(6, "stranger").subList(0, 5));
        attempts.add(attempt(0).device("stranger").build());
        return attempts;
    }

    private static List<Login> promptsThenSuccess() {
        List<Login> attempts = new ArrayList<>();
        for (int left = 5; left > 0; left--) {
            attempts.add(attempt(left)
                    .device("stranger")
                    .outcome(Login.Outcome.MFA_DENIED)
                    .mfa(Mfa.FAILED)
                    .build());
        }
        attempts.add(attempt(0).device("stranger").mfaPassed().build());
        return attempts;
    }

    /** The accepted prompt made the thief's device known the day before; what the thief fails at then is a later story. */
    private static List<Login> playedDown() {
        Duration before = Duration.ofHours(13);
        List<Login> attempts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            attempts.add(login("prompt-" + i, NOW.minus(before))
                    .device("stranger")
                    .outcome(Login.Outcome.MFA_DENIED)
                    .mfa(Mfa.FAILED)
                    .build());
        }
        attempts.add(login("prompt-5", NOW.minus(before))
                .device("stranger")
                .mfaPassed()
                .build());
        attempts.addAll(failures(10, "another"));
        return attempts;
    }

    private static LoginBuilder attempt(int secondsBefore) {
        return login("try-" + secondsBefore, NOW.minusSeconds(secondsBefore));
    }

    private static AccountChange email(long at) {
        return did("then", ChangeType.EMAIL_CHANGED, at);
    }

    private static AccountChange own(ChangeType type) {
        return change("then", type, NOW.plusMillis(HOUR)).build();
    }
}
