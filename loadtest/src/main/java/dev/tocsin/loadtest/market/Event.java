package dev.tocsin.loadtest.market;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event in a form that is cheap to make; {@link Records}, {@link AvroBytes} and {@link JsonLines} write it as the contract
 * has it. Nothing in it tells a thief from an owner.
 *
 * @param idHigh first half of its id
 * @param idLow second half
 * @param account its number
 * @param at event time, milliseconds since 1970
 * @param oldValue hash of the value before a change as a number, {@link #NO_VALUE} when not told
 * @param newValue the same of the value after it
 * @param origin null for what the help desk did
 */
public record Event(
        long idHigh,
        long idLow,
        long account,
        boolean isSeller,
        long at,
        Deed deed,
        long oldValue,
        long newValue,
        @Nullable Origin origin) {
    public static final long NO_VALUE = 0;

    /** Of two at the same moment the order says nothing, but is always the same. */
    static final Comparator<Event> BY_TIME = (a, b) -> {
        int byTime = Long.compare(a.at, b.at);
        if (byTime != 0) {
            return byTime;
        }
        int high = Long.compare(a.idHigh, b.idHigh);
        return high != 0 ? high : Long.compare(a.idLow, b.idLow);
    };

    /** A UUID. */
    public String eventId() {
        return new UUID(idHigh, idLow).toString();
    }
}
