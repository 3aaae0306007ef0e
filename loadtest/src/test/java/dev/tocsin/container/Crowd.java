package dev.tocsin.container;

import dev.tocsin.event.AuthMethod;
import dev.tocsin.event.FailureReason;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.event.Mfa;
import dev.tocsin.event.Network;
import dev.tocsin.event.Source;
import dev.tocsin.serde.TocsinAvroSerializer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Many accounts that log in now and then, each at home on its own device: a lot to remember, and nothing to tell. */
record Crowd(Deployment deployment, int accounts) {
    private static final Instant FIRST = Instant.parse("2026-11-18T08:00:00Z");

    /** Everybody comes once a round; a round takes a day of event time. */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // closing waits; what was not stored shows in the number that is judged
    void send(int rounds) {
        TocsinAvroSerializer<LoginEvent> values = new TocsinAvroSerializer<>();
        values.configure(Platform.get().client(), false);
        Map<String, Object> properties = Map.of(
                "bootstrap.servers",
                Platform.get().broker().bootstrap(),
                "compression.type",
                "lz4",
                "linger.ms",
                20,
                "max.in.flight.requests.per.connection",
                Traffic.IN_FLIGHT);
        try (KafkaProducer<String, LoginEvent> producer =
                new KafkaProducer<>(properties, new StringSerializer(), values)) {
            for (int round = 0; round < rounds; round++) {
                for (int account = 0; account < accounts; account++) {
                    LoginEvent login = login(account, round);
                    long time = login.getOccurredAt().toEpochMilli();
                    producer.send(new ProducerRecord<>(
                            deployment.topics().logins(), null, time, login.getAccountId(), login));
                }
            }
            producer.flush();
        }
    }

    private static LoginEvent login(int account, int round) {
        return LoginEvent.newBuilder()
                .setEventId(account + "-" + round)
                .setAccountId("member-" + account)
                .setSegment("default")
                .setOccurredAt(FIRST.plus(Duration.ofDays(round)).plusMillis(account * 100L))
                .setOutcome(LoginOutcome.SUCCEEDED)
                .setFailureReason(FailureReason.NONE)
                .setAuthMethod(AuthMethod.PASSWORD)
                .setMfa(Mfa.NOT_USED)
                .setSource(home(account, round))
                .build();
    }

    private static Source home(int account, int round) {
        return Source.newBuilder()
                .setIp("240." + ((account >> 16) & 0xff) + "." + ((account >> 8) & 0xff) + "." + (account & 0xff))
                .setCountry("NO")
                .setCity("Oslo")
                .setLatitude(59.9)
                .setLongitude(10.7)
                .setRadiusKm(20)
                .setAsn(2119L)
                .setDeviceId("device-" + account)
                .setUserAgent("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .setSessionId(account + "-session-" + round)
                .setNetwork(Network.RESIDENTIAL)
                .build();
    }
}
