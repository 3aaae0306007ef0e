package dev.tocsin.codec;

import com.google.common.base.CharMatcher;
import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.EventId;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mfa;
import dev.tocsin.account.Source;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.AuthMethod;
import dev.tocsin.event.FailureReason;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Turns the contract's records into events in our words, and refuses those that cannot be judged.
 *
 * <p>Refused are blank or overlong ids, which would break keys and the state's bounds, and times before 2000, which are
 * seconds sent for milliseconds.
 */
public final class EventReader {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final SameNames<LoginOutcome, Login.Outcome> OUTCOMES =
            new SameNames<>(LoginOutcome.class, Login.Outcome.class);
    private static final SameNames<FailureReason, Login.FailureReason> REASONS =
            new SameNames<>(FailureReason.class, Login.FailureReason.class);
    private static final SameNames<AuthMethod, Login.AuthMethod> METHODS =
            new SameNames<>(AuthMethod.class, Login.AuthMethod.class);
    private static final SameNames<dev.tocsin.event.Mfa, Mfa> MFAS =
            new SameNames<>(dev.tocsin.event.Mfa.class, Mfa.class);
    private static final SameNames<dev.tocsin.event.ChangeType, ChangeType> CHANGES =
            new SameNames<>(dev.tocsin.event.ChangeType.class, ChangeType.class);
    private static final SameNames<dev.tocsin.event.Initiator, Initiator> INITIATORS =
            new SameNames<>(dev.tocsin.event.Initiator.class, Initiator.class);

    private final SourceReader sources;

    public EventReader(Enrichment enrichment) {
        sources = new SourceReader(enrichment);
    }

    /**
     * Reads a login attempt.
     *
     * @throws InvalidEventException when it cannot be judged
     */
    public Login read(LoginEvent event) {
        return new Login(
                EventId.of(eventId(event.getEventId())),
                accountId(event.getAccountId()),
                segment(event.getSegment()),
                atMillis(event.getOccurredAt()),
                OUTCOMES.of(event.getOutcome()),
                REASONS.of(event.getFailureReason()),
                METHODS.of(event.getAuthMethod()),
                MFAS.of(event.getMfa()),
                sources.read(event.getSource()));
    }

    /**
     * Reads an account change.
     *
     * @throws InvalidEventException when it cannot be judged
     */
    public AccountChange read(AccountChangeEvent event) {
        return new AccountChange(
                EventId.of(eventId(event.getEventId())),
                accountId(event.getAccountId()),
                segment(event.getSegment()),
                atMillis(event.getOccurredAt()),
                CHANGES.of(event.getChange()),
                INITIATORS.of(event.getInitiator()),
                MFAS.of(event.getMfa()),
                hash(event.getOldValueHash()),
                hash(event.getNewValueHash()),
                sources.read(event.getSource()));
    }

    /**
     * Reads a login attempt from the contract's own bytes.
     *
     * @throws InvalidEventException or one of {@link In}'s when something is not as it should be; what, {@link
     *     #read(LoginEvent)} tells
     */
    Login readLogin(In in) {
        return new Login(
                eventId(in),
                accountId(in.text()),
                segment(in.text()),
                atMillis(Instant.ofEpochMilli(in.number())),
                OUTCOMES.at(in.small()),
                REASONS.at(in.small()),
                METHODS.at(in.small()),
                MFAS.at(in.small()),
                sources.read(in));
    }

    /** The same of an account change. */
    AccountChange readChange(In in) {
        return new AccountChange(
                eventId(in),
                accountId(in.text()),
                segment(in.text()),
                atMillis(Instant.ofEpochMilli(in.number())),
                CHANGES.at(in.small()),
                INITIATORS.at(in.small()),
                MFAS.at(in.small()),
                hash(in.isPresent() ? in.text() : null),
                hash(in.isPresent() ? in.text() : null),
                in.isPresent() ? sources.read(in) : Source.UNKNOWN);
    }

    private static EventId eventId(In in) {
        int length = in.small();
        int from = in.take(length);
        EventId uuid = length == EventId.UUID_LENGTH ? EventId.ofUuid(in.bytes(), from) : null;
        return uuid == null ? EventId.of(eventId(In.text(in.bytes(), from, length))) : uuid;
    }

    private static String eventId(String id) {
        return checked("event_id", "event-id", id, AccountEvent.MAX_EVENT_ID_BYTES);
    }

    private static String accountId(String id) {
        return checked("account_id", "account-id", id, AccountEvent.MAX_ACCOUNT_ID_BYTES);
    }

    private static String segment(String segment) {
        return segment.isBlank() ? "default" : checked("segment", "segment", segment, AccountEvent.MAX_SEGMENT_BYTES);
    }

    private static String checked(String field, String label, String value, int maxBytes) {
        if (value.isBlank()) {
            throw new InvalidEventException("blank-" + label, field + " is blank; every event needs one.");
        }
        int bytes = CharMatcher.ascii().matchesAllOf(value)
                ? value.length()
                : value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > maxBytes) {
            throw new InvalidEventException(
                    "overlong-" + label, field + " has " + bytes + " bytes; at most " + maxBytes + " are kept.");
        }
        return value;
    }

    private static long atMillis(Instant at) {
        if (at.isBefore(EARLIEST)) {
            throw new InvalidEventException(
                    "implausible-time",
                    "occurred_at is " + at + ", before 2000; it is counted in milliseconds, not seconds.");
        }
        return at.toEpochMilli();
    }

    private static long hash(@Nullable String value) {
        return value == null || value.isBlank() ? Hash64.NONE : Hash64.of(value);
    }
}
