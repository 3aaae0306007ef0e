package dev.tocsin.contract;

import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Holds the README's Java example, word for word, so that the compiler checks it; nobody calls it. */
final class ReadmeSnippet {
    private ReadmeSnippet() {}

    static void send() throws InterruptedException, ExecutionException {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers", "127.0.0.1:9092",
                "schema.registry.url", "http://127.0.0.1:8081",
                "key.serializer", "org.apache.kafka.common.serialization.StringSerializer",
                "value.serializer", "dev.tocsin.serde.TocsinAvroSerializer");
        LoginEvent login = LoginEvent.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setAccountId("seller-4711")
                .setOccurredAt(Instant.now())
                .setOutcome(LoginOutcome.SUCCEEDED)
                .build();
        try (Producer<String, LoginEvent> producer = new KafkaProducer<>(properties)) {
            producer.send(new ProducerRecord<>("tocsin.logins", login.getAccountId(), login))
                    .get();
        }
    }
}
