package dev.tocsin.loadtest.market;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.Source;
import dev.tocsin.loadtest.traffic.City;
import java.time.Instant;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes events as the contract's Avro records. */
public final class Records {
    private Records() {}

    /** A {@link LoginEvent} or an {@link AccountChangeEvent}. */
    public static SpecificRecord of(Event event) {
        return event.deed().isLogin() ? login(event) : change(event);
    }

    /** One result for either kind. */
    public static <T> T fold(Event event, Function<LoginEvent, T> onLogin, Function<AccountChangeEvent, T> onChange) {
        return event.deed().isLogin() ? onLogin.apply(login(event)) : onChange.apply(change(event));
    }

    private static LoginEvent login(Event event) {
        Deed deed = event.deed();
        return new LoginEvent(
                event.eventId(),
                Ids.account(event.account()),
                Ids.segment(event.isSeller()),
                Instant.ofEpochMilli(event.at()),
                deed.outcome(),
                deed.reason(),
                deed.method(),
                deed.mfa(),
                source(event.origin()));
    }

    private static AccountChangeEvent change(Event event) {
        Deed deed = event.deed();
        return new AccountChangeEvent(
                event.eventId(),
                Ids.account(event.account()),
                Ids.segment(event.isSeller()),
                Instant.ofEpochMilli(event.at()),
                deed.change(),
                deed.initiator(),
                deed.mfa(),
                hash(event.oldValue()),
                hash(event.newValue()),
                event.origin() == null ? null : source(event.origin()));
    }

    private static @Nullable String hash(long value) {
        return value == Event.NO_VALUE ? null : Ids.hash(value);
    }

    private static Source source(@Nullable Origin origin) {
        if (origin == null) {
            return Source.newBuilder().build();
        }
        Way way = origin.way();
        City city = way.city();
        return new Source(
                Ids.address(origin.ip()),
                city.country(),
                city.region(),
                city.name(),
                city.latitude(),
                city.longitude(),
                way.radiusKm(),
                way.asn(),
                Ids.uuid(origin.device()),
                origin.userAgent(),
                Ids.uuid(origin.session()),
                way.network());
    }
}
