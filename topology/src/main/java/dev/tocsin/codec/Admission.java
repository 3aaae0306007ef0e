package dev.tocsin.codec;

import dev.tocsin.account.AccountEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a record of an input topic must be beside readable. */
public final class Admission {
    private final Duration maxFuture;

    /** @param maxFuture how far an event may lie after its record's timestamp */
    public Admission(Duration maxFuture) {
        this.maxFuture = maxFuture;
    }

    /**
     * Lets an event in.
     *
     * @param key of its record
     * @param timestamp of its record, milliseconds since 1970
     * @throws InvalidEventException when it cannot be judged
     */
    public AccountEvent check(AccountEvent event, byte @Nullable [] key, long timestamp) {
        if (!Arrays.equals(key, event.accountId().getBytes(StandardCharsets.UTF_8))) {
            throw new InvalidEventException(
                    "key-mismatch",
                    "The record's key is not its account_id, so it may stand in another partition than the account's"
                            + " other events. Send account_id in UTF-8 as the key.");
        }
        if (event.atMillis() - maxFuture.toMillis() > timestamp) {
            throw new InvalidEventException(
                    "from-the-future",
                    "occurred_at is " + event.occurredAt() + ", more than " + maxFuture.toSeconds()
                            + " s after the record's own timestamp. Check the sender's clock.");
        }
        return event;
    }
}
