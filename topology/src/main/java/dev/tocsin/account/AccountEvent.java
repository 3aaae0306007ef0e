package dev.tocsin.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;

/** Something that happened on one account: a login attempt or a change. */
public sealed interface AccountEvent permits Login, AccountChange {
    /** The longest ids and names that are let in, in bytes of UTF-8; of event ids, a SHA-256 in hexadecimal still fits. */
    int MAX_EVENT_ID_BYTES = 64;

    int MAX_ACCOUNT_ID_BYTES = 256;
    int MAX_SEGMENT_BYTES = 32;

    /** The order of a timeline: event time, then event id, so that ties have one order everywhere. */
    Comparator<AccountEvent> TIMELINE_ORDER = (one, other) -> {
        int byTime = Long.compare(one.atMillis(), other.atMillis());
        return byTime == 0 ? one.eventId().compareTo(other.eventId()) : byTime;
    };

    EventId id();

    /** The id as its sender wrote it. */
    default String eventId() {
        return id().toString();
    }

    String accountId();

    /** The group of accounts whose thresholds apply, such as {@code seller}. */
    String segment();

    /** Event time, milliseconds since 1970. */
    long atMillis();

    default Instant occurredAt() {
        return Instant.ofEpochMilli(atMillis());
    }

    Source source();

    /** One result for either kind; the compiler sees that no kind is forgotten. */
    <T> T fold(Function<Login, T> onLogin, Function<AccountChange, T> onChange);

    /** Upper bound of the bytes that the event takes in storage, its source apart. */
    default int footprint() {
        int fixed = this instanceof Login ? 12 : 30;
        return fixed + id().footprint() + (segment().equals("default") ? 0 : Footprint.text(segment()));
    }
}
