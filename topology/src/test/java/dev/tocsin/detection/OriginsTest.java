package dev.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Burst.Hit;
import dev.tocsin.account.Burst.Origin;
import dev.tocsin.account.Known;
import dev.tocsin.account.Source;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final String HOME = "84.208.20.10";
    private static final String ELSEWHERE = "105.112.4.7";

    /** The laptop is known, the phone on probation. */
    private static final AccountMemory MEMORY = Memories.of(
            login("e1", TestAccount.NOW).device("laptop").build(),
            login("e2", TestAccount.NOW.plus(Duration.ofDays(2)))
                    .device("phone")
                    .build());

    private static final Instant NOW = TestAccount.NOW.plus(Duration.ofDays(3));

    @Test
    void one_known_device_made_all_of_them() {
        assertThat(isOneKnown(from(HOME, "laptop"))).isTrue();
        assertThat(isOneKnown(from(HOME, "laptop"), from(ELSEWHERE, "laptop"))).isTrue();
    }

    @Test
    void two_devices_are_not_one_and_neither_is_one_and_none() {
        assertThat(isOneKnown(from(HOME, "laptop"), from(HOME, "phone"))).isFalse();
        assertThat(isOneKnown(from(HOME, "laptop"), from(HOME, null))).isFalse();
        assertThat(isOneKnown(from(HOME, null), from(HOME, "laptop"))).isFalse();
    }

    @Test
    void device_that_is_unseen_or_on_probation_or_not_given_is_not_known() {
        assertThat(isOneKnown(from(HOME, "stranger"))).isFalse();
        assertThat(isOneKnown(from(HOME, "phone"))).isFalse();
        assertThat(isOneKnown(from(HOME, null))).isFalse();
    }

    @Test
    void device_that_was_not_seen_for_a_quarter_is_known_no_more() {
        Instant expired = TestAccount.NOW.plus(Duration.ofDays(Known.EXPIRY_DAYS + 1L));

        assertThat(Origins.isOneKnownDevice(hits(from(HOME, "laptop")), MEMORY, expired.toEpochMilli()))
                .isFalse();
    }

    @Test
    void source_is_among_them_by_its_device_wherever_it_is() {
        List<Hit> hits = hits(from(HOME, "laptop"), from(ELSEWHERE, "stranger"));

        assertThat(Origins.include(hits, from(HOME, "stranger"))).isTrue();
        assertThat(Origins.include(hits, from(HOME, "phone"))).isFalse();
        assertThat(Origins.areAll(hits, from(HOME, "laptop"))).isFalse();
        assertThat(Origins.areAll(hits.subList(0, 1), from(ELSEWHERE, "laptop")))
                .isTrue();
    }

    @Test
    void network_stands_in_for_a_device_that_either_does_not_tell() {
        List<Hit> told = hits(from(HOME, "laptop"));
        List<Hit> untold = hits(from(HOME, null));

        assertThat(Origins.include(told, from("84.208.20.99", null))).isTrue();
        assertThat(Origins.include(untold, from(HOME, "laptop"))).isTrue();
        assertThat(Origins.include(told, from("84.208.21.10", null))).isFalse();
        assertThat(Origins.areAll(untold, from("84.208.20.99", null))).isTrue();
    }

    @Test
    void two_of_which_nothing_is_told_are_not_the_same() {
        Source nowhere = login("e", NOW).sourceless().build().source();

        assertThat(Origins.include(hits(nowhere), nowhere)).isFalse();
        assertThat(Origins.areAll(hits(nowhere), nowhere)).isFalse();
    }

    private static boolean isOneKnown(Source... sources) {
        return Origins.isOneKnownDevice(hits(sources), MEMORY, NOW.toEpochMilli());
    }

    private static List<Hit> hits(Source... sources) {
        return Stream.of(sources)
                .map(source -> new Hit(NOW.toEpochMilli(), Origin.of(source)))
                .toList();
    }

    private static Source from(String ip, @Nullable String device) {
        return login("e", NOW).ip(ip).device(device).build().source();
    }

    private static LoginBuilder login(String id, Instant at) {
        return LoginBuilder.login(id, at);
    }
}
