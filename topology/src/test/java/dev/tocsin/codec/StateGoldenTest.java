package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login.Outcome;
import dev.tocsin.account.Mark;
import dev.tocsin.account.Network;
import dev.tocsin.alerting.Allowlist;
import dev.tocsin.alerting.Learning;
import dev.tocsin.alerting.Rules;
import dev.tocsin.alerting.Severities;
import dev.tocsin.alerting.Watch;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Place;
import dev.tocsin.testing.TestAccount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Bytes that a release has written stay readable for ever.
 *
 * <p>Until 0.1.0 is out its file may change with the layout; after that a new layout gets a version and a file of its own,
 * and this one stays.
 */
class StateGoldenTest {
    @Test
    void layout_1_is_read_and_written_as_it_was() throws IOException {
        StoredAccount expected = new StoredAccount(story().state(), 42, 7);
        byte[] golden = resource("state-v1.hex");

        assertThat(HexFormat.of().formatHex(StateCodec.write(expected, TestAccount.ID)))
                .isEqualTo(HexFormat.of().formatHex(golden));
        assertThat(StateCodec.read(golden, TestAccount.ID)).isEqualTo(expected);
        assertThat(expected.state().memory().marks()).extracting(Mark::standing).contains(Mark.Standing.values());
    }

    /** Something of everything: habits, a thief, resets and a payout change, bursts, and a day after them. */
    private static TestAccount story() {
        TestAccount account = TestAccount.settledUnder(StateGoldenTest::rules);
        account.sees(
                LoginBuilder.login("thief", TestAccount.NOW)
                        .from(Place.LAGOS)
                        .device("other")
                        .agent("Chrome/Windows/10")
                        .session("stolen")
                        .network(Network.TOR)
                        .build(),
                ChangeBuilder.change("asked", ChangeType.PASSWORD_RESET_REQUESTED, TestAccount.NOW.plusSeconds(30))
                        .build(),
                ChangeBuilder.change("reset", ChangeType.PASSWORD_RESET, TestAccount.NOW.plusSeconds(60))
                        .build(),
                ChangeBuilder.change("payout", ChangeType.PAYOUT_CHANGED, TestAccount.NOW.plusSeconds(120))
                        .instead("old")
                        .to("new")
                        .build());
        for (int i = 0; i < 12; i++) {
            account.sees(LoginBuilder.login(
                            "00000000-0000-4000-8000-00000000000" + Integer.toHexString(i),
                            TestAccount.NOW.plusSeconds(180 + i))
                    .failed()
                    .build());
        }
        account.sees(LoginBuilder.login("refused", TestAccount.NOW.plusSeconds(200))
                .outcome(Outcome.MFA_DENIED)
                .build());
        return account.sees(
                LoginBuilder.login("owner", TestAccount.NOW.plusSeconds(3_000))
                        .agent("Firefox/Linux")
                        .session("own")
                        .mfaPassed()
                        .build(),
                LoginBuilder.login("again", TestAccount.NOW.plusSeconds(80_000))
                        .session("own-2")
                        .build());
    }

    /** One alert of each standing: the thief's are rehearsed, bursts are in shadow, the others raised. */
    private static Rules rules(AccountEvent event) {
        List<Watch> watches = TestAccount.defaultDetectors().stream()
                .map(detector -> new Watch(detector, detector.id().endsWith("-burst"), Severities.UNCHANGED))
                .toList();
        Rules rules = new Rules("golden", watches, Learning.DEFAULTS, Allowlist.NOTHING);
        return event.occurredAt().equals(TestAccount.NOW) ? rules.rehearsed() : rules;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(StateGoldenTest.class.getResourceAsStream(name), name)) {
            String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        }
    }
}
