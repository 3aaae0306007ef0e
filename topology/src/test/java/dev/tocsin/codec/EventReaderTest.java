package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.account.Hash64;
import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.ChangeType;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.testing.NoDatabases;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {
    private static final EventReader READER = NoDatabases.READER;
    private static final Instant AT = Instant.parse("2026-03-02T12:00:00.123Z");

    @Test
    void the_least_a_sender_may_send_is_enough() {
        Login login = READER.read(login().build());

        assertThat(login.segment()).isEqualTo("default");
        assertThat(login.occurredAt()).isEqualTo(AT);
        assertThat(login.source()).isEqualTo(Source.UNKNOWN);
        assertThat(READER.read(change().build()).source()).isEqualTo(Source.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"'',blank-event-id", "'  ',blank-event-id"})
    void a_blank_event_id_is_refused(String id, String label) {
        assertThatThrownBy(() -> READER.read(login().setEventId(id).build()))
                .isInstanceOfSatisfying(
                        InvalidEventException.class, e -> assertThat(e.label()).isEqualTo(label));
    }

    @Test
    void ids_and_segments_are_refused_just_above_their_bounds() {
        assertThat(READER.read(login().setEventId("e".repeat(64)).build()).eventId())
                .hasSize(64);
        refused("overlong-event-id", login().setEventId("e".repeat(65)).build());
        refused("overlong-event-id", login().setEventId("é".repeat(33)).build());
        refused("blank-account-id", login().setAccountId(" ").build());
        refused("overlong-account-id", login().setAccountId("a".repeat(257)).build());
        refused("overlong-segment", login().setSegment("s".repeat(33)).build());
        assertThat(READER.read(login().setSegment("  ").build()).segment()).isEqualTo("default");
    }

    @Test
    void seconds_sent_for_milliseconds_are_refused_with_a_hint() {
        LoginEvent event =
                login().setOccurredAt(Instant.ofEpochMilli(AT.getEpochSecond())).build();

        assertThatThrownBy(() -> READER.read(event)).hasMessageContaining("milliseconds, not seconds");
    }

    private static void refused(String label, LoginEvent event) {
        assertThatThrownBy(() -> READER.read(event))
                .isInstanceOfSatisfying(
                        InvalidEventException.class, e -> assertThat(e.label()).isEqualTo(label));
    }

    @Test
    void what_makes_no_sense_in_a_source_counts_as_not_given() {
        Source source = read(builder -> builder.setIp("not an address")
                .setCountry("Norway")
                .setCity("  ")
                .setLatitude(91.0)
                .setLongitude(10.0)
                .setRadiusKm(-5)
                .setAsn(-1L)
                .setDeviceId("")
                .setSessionId(" "));

        assertThat(source).isEqualTo(Source.UNKNOWN);
    }

    @Test
    void half_a_position_and_a_position_that_is_no_number_are_not_given() {
        assertThat(read(builder -> builder.setLatitude(59.9)).position()).isNull();
        assertThat(read(builder -> builder.setLatitude(Double.NaN).setLongitude(1.0))
                        .position())
                .isNull();
    }

    @Test
    void values_are_normalised() {
        Source source = read(builder -> builder.setIp(" 2001:db8::1 ")
                .setCountry("no")
                .setCity("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch")
                .setNetwork(dev.tocsin.event.Network.VPN));

        assertThat(source.ip()).hasToString("2001:db8:0:0:0:0:0:1");
        assertThat(source.country()).isEqualTo("NO");
        assertThat(source.city()).hasSize(Source.MAX_CITY);
        assertThat(source.network()).isEqualTo(Network.VPN);
    }

    @Test
    void a_city_is_cut_between_two_characters() {
        assertThat(read(builder -> builder.setCountry("JP").setCity("東京都".repeat(9)))
                        .city())
                .isEqualTo("東京都".repeat(3) + "東");
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0.6099.71, Mozilla/5.0 (Windows NT 10.0) Chrome/121.0.1.2, true",
        "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0, Mozilla/5.0 (Windows NT 10.0) Firefox/120.0, false",
        "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0, Mozilla/5.0 (X11; Linux) Chrome/120.0, false"
    })
    void without_a_device_id_a_browser_update_is_the_same_device(String before, String after, boolean same) {
        long one = read(builder -> builder.setUserAgent(before)).device();
        long other = read(builder -> builder.setUserAgent(after)).device();

        assertThat(one == other).isEqualTo(same);
        assertThat(one).isNotEqualTo(Hash64.NONE);
    }

    @Test
    void a_device_id_wins_over_the_user_agent() {
        long withBoth = read(builder -> builder.setDeviceId("d1").setUserAgent("Chrome/1"))
                .device();

        assertThat(withBoth)
                .isEqualTo(read(builder -> builder.setDeviceId("d1").setUserAgent("Firefox/2"))
                        .device());
    }

    private static Source read(UnaryOperator<dev.tocsin.event.Source.Builder> with) {
        dev.tocsin.event.Source source =
                with.apply(dev.tocsin.event.Source.newBuilder()).build();
        return READER.read(login().setSource(source).build()).source();
    }

    private static LoginEvent.Builder login() {
        return LoginEvent.newBuilder()
                .setEventId("e1")
                .setAccountId("a1")
                .setOccurredAt(AT)
                .setOutcome(LoginOutcome.SUCCEEDED);
    }

    private static AccountChangeEvent.Builder change() {
        return AccountChangeEvent.newBuilder()
                .setEventId("e1")
                .setAccountId("a1")
                .setOccurredAt(AT)
                .setChange(ChangeType.PAYOUT_CHANGED);
    }
}
