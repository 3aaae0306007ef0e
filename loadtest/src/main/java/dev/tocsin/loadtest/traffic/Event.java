package dev.tocsin.loadtest.traffic;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** One event as a platform sends it. Nothing in it tells a thief from an owner. */
public sealed interface Event {
    Comparator<Event> BY_TIME = Comparator.comparing(Event::at).thenComparing(Event::eventId);

    String eventId();

    String accountId();

    /** Event time. */
    Instant at();

    SpecificRecord record();

    /** One result for either kind. */
    <T> T fold(Function<LoginEvent, T> onLogin, Function<AccountChangeEvent, T> onChange);

    /** A login attempt. */
    record Attempt(LoginEvent record) implements Event {
        @Override
        public String eventId() {
            return record.getEventId();
        }

        @Override
        public String accountId() {
            return record.getAccountId();
        }

        @Override
        public Instant at() {
            return record.getOccurredAt();
        }

        @Override
        public <T> T fold(Function<LoginEvent, T> onLogin, Function<AccountChangeEvent, T> onChange) {
            return onLogin.apply(record);
        }
    }

    /** A change of the account. */
    record Change(AccountChangeEvent record) implements Event {
        @Override
        public String eventId() {
            return record.getEventId();
        }

        @Override
        public String accountId() {
            return record.getAccountId();
        }

        @Override
        public Instant at() {
            return record.getOccurredAt();
        }

        @Override
        public <T> T fold(Function<LoginEvent, T> onLogin, Function<AccountChangeEvent, T> onChange) {
            return onChange.apply(record);
        }
    }
}
