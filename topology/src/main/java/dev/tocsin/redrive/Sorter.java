package dev.tocsin.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.Admission;
import dev.tocsin.codec.InputRecords;
import dev.tocsin.codec.InvalidEventException;
import dev.tocsin.redrive.Corrections.Correction;
import dev.tocsin.serde.UndecodableException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Decides of a letter what is sent in its place, by the rules by which the detector will read it. */
final class Sorter {
    private final Map<String, InputRecords<?>> inputs;
    private final Admission admission;
    private final Corrections corrections;

    /** @param inputs by the names of their topics */
    Sorter(Map<String, InputRecords<?>> inputs, Admission admission, Corrections corrections) {
        this.inputs = inputs;
        this.admission = admission;
        this.corrections = corrections;
    }

    Outcome sort(Letter letter, Instant now) {
        Correction correction = corrections.of(letter.place());
        if (correction.discard() != null) {
            return Outcome.discarded(correction.discard());
        }
        InputRecords<?> input = inputs.get(letter.topic());
        if (input == null) {
            return Outcome.left(
                    "other-topic",
                    letter.topic().isEmpty()
                            ? "It has no header tocsin.topic, so no detector sent it."
                            : letter.topic() + " is no input topic of this configuration.");
        }
        try {
            return Outcome.sent(record(letter, correction, input, now));
        } catch (UndecodableException e) {
            return Outcome.left(e.reason().label(), String.valueOf(e.getMessage()));
        } catch (InvalidEventException e) {
            return Outcome.left(e.label(), String.valueOf(e.getMessage()));
        }
    }

    private ProducerRecord<byte[], byte[]> record(
            Letter letter, Correction correction, InputRecords<?> input, Instant now) {
        byte[] value = correction.event() == null ? letter.record().value() : input.value(correction.event());
        AccountEvent event = input.event(value);
        byte[] key = key(letter, correction, event);
        admission.check(event, key, now.toEpochMilli());
        return new ProducerRecord<>(
                letter.topic(),
                partition(letter, correction, key),
                now.toEpochMilli(),
                key,
                value,
                letter.sendersHeaders());
    }

    private static byte @Nullable [] key(Letter letter, Correction correction, AccountEvent event) {
        if (correction.key() != null && !isTheLetters(correction.key(), letter)) {
            return correction.key().getBytes(UTF_8);
        }
        return correction.event() == null
                ? letter.record().key()
                : event.accountId().getBytes(UTF_8);
    }

    /** Reports name the key beside the event; only another one is a correction. */
    private static boolean isTheLetters(String key, Letter letter) {
        return Arrays.equals(key.getBytes(UTF_8), letter.record().key());
    }

    /** Where the account's other events are: as its sender chose, while the key is the sender's. */
    private static @Nullable Integer partition(Letter letter, Correction correction, byte @Nullable [] key) {
        if (correction.toPartition() != null) {
            return correction.toPartition();
        }
        return Arrays.equals(key, letter.record().key()) ? letter.inputPartition() : null;
    }
}
