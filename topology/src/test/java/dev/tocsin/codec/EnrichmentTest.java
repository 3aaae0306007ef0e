package dev.tocsin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.IpAddress;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the event says, what is known of its address, and what comes out. */
class EnrichmentTest {
    private static final GeoPoint OSLO = new GeoPoint(5991, 1075);

    private final List<IpAddress> asked = new ArrayList<>();
    private AddressInfo known = new AddressInfo("NO", "Oslo", OSLO, 20, 64496, Network.VPN);
    private final EventReader reader = new EventReader(new Enrichment(this::know, agent -> "a family"));

    private AddressInfo know(IpAddress address) {
        asked.add(address);
        return known;
    }

    @Test
    void address_alone_becomes_place_system_and_network() {
        Source source = read(builder -> builder.setIp("192.0.2.1"));

        assertThat(source)
                .isEqualTo(new Source(
                        source.ip(),
                        "NO",
                        "Oslo",
                        OSLO,
                        20,
                        64496,
                        Hash64.NONE,
                        Source.NO_AGENT,
                        Hash64.NONE,
                        Network.VPN));
        assertThat(asked).containsExactly(source.ip());
    }

    @Test
    void without_an_address_nobody_is_asked() {
        assertThat(read(builder -> builder.setIp("nonsense").setCountry("DE")).city())
                .isNull();
        assertThat(asked).isEmpty();
    }

    @Test
    void system_and_network_are_each_filled_by_themselves() {
        Source withAsn = read(builder -> builder.setIp("192.0.2.1").setAsn(1L).setCountry("DE"));
        Source withNetwork =
                read(builder -> builder.setIp("192.0.2.1").setNetwork(dev.tocsin.event.Network.RESIDENTIAL));

        assertThat(withAsn.asn()).isEqualTo(1);
        assertThat(withAsn.network()).isEqualTo(Network.VPN);
        assertThat(withAsn.place()).isEqualTo("DE");
        assertThat(withNetwork.network()).isEqualTo(Network.RESIDENTIAL);
        assertThat(withNetwork.asn()).isEqualTo(64496);
    }

    @Test
    void what_makes_no_sense_is_filled_as_if_it_were_not_said() {
        Source source = read(builder -> builder.setIp("192.0.2.1")
                .setCountry("Norway")
                .setAsn(-1L)
                .setLatitude(91.0)
                .setLongitude(0.0)
                .setRadiusKm(3));

        assertThat(source.country()).isEqualTo("NO");
        assertThat(source.position()).isEqualTo(OSLO);
        assertThat(source.radiusKm()).isEqualTo(20);
        assertThat(source.asn()).isEqualTo(64496);
    }

    @Test
    void city_of_a_database_is_cut_like_any_other() {
        known = new AddressInfo("JP", "東京都".repeat(9), null, 0, Source.NO_ASN, Network.UNKNOWN);

        assertThat(read(builder -> builder.setIp("192.0.2.1")).city()).isEqualTo("東京都".repeat(3) + "東");
    }

    @Test
    void overlong_city_is_still_the_one_that_the_database_knows() {
        known = new AddressInfo("JP", "東京都".repeat(9), OSLO, 0, Source.NO_ASN, Network.UNKNOWN);

        assertThat(read(builder -> builder.setIp("192.0.2.1").setCity("東京都".repeat(9)))
                        .position())
                .isEqualTo(OSLO);
    }

    @Test
    void device_is_its_id_or_else_its_agents_family() {
        long id = read(builder -> builder.setDeviceId("d").setUserAgent("x")).device();
        long agent = read(builder -> builder.setUserAgent("x")).device();

        assertThat(id).isEqualTo(Hash64.of("device:d"));
        assertThat(agent).isEqualTo(Hash64.of("agent:a family"));
    }

    private Source read(UnaryOperator<dev.tocsin.event.Source.Builder> with) {
        LoginEvent event = LoginEvent.newBuilder()
                .setEventId("e1")
                .setAccountId("a1")
                .setOccurredAt(Instant.parse("2026-03-02T12:00:00Z"))
                .setOutcome(LoginOutcome.SUCCEEDED)
                .setSource(with.apply(dev.tocsin.event.Source.newBuilder()).build())
                .build();
        return reader.read(event).source();
    }
}
