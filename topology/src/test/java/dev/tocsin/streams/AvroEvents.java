package dev.tocsin.streams;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.IpAddress;
import dev.tocsin.account.Login;
import dev.tocsin.account.Source;
import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.AuthMethod;
import dev.tocsin.event.ChangeType;
import dev.tocsin.event.FailureReason;
import dev.tocsin.event.Initiator;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.event.Mfa;
import dev.tocsin.event.Network;
import org.jspecify.annotations.Nullable;

/** Events of the tests as a platform would send them; what we only know as a hash is sent as its digits. */
record AvroEvents(String accountId) {
    LoginEvent of(Login login) {
        return LoginEvent.newBuilder()
                .setEventId(login.eventId())
                .setAccountId(accountId)
                .setSegment(login.segment())
                .setOccurredAt(login.occurredAt())
                .setOutcome(LoginOutcome.valueOf(login.outcome().name()))
                .setFailureReason(FailureReason.valueOf(login.failureReason().name()))
                .setAuthMethod(AuthMethod.valueOf(login.authMethod().name()))
                .setMfa(Mfa.valueOf(login.mfa().name()))
                .setSource(of(login.source()))
                .build();
    }

    AccountChangeEvent of(AccountChange change) {
        return AccountChangeEvent.newBuilder()
                .setEventId(change.eventId())
                .setAccountId(accountId)
                .setSegment(change.segment())
                .setOccurredAt(change.occurredAt())
                .setChange(ChangeType.valueOf(change.change().name()))
                .setInitiator(Initiator.valueOf(change.initiator().name()))
                .setMfa(Mfa.valueOf(change.mfa().name()))
                .setOldValueHash(digits(change.oldValue()))
                .setNewValueHash(digits(change.newValue()))
                .setSource(of(change.source()))
                .build();
    }

    private static dev.tocsin.event.Source of(Source source) {
        IpAddress ip = source.ip();
        GeoPoint position = source.position();
        return dev.tocsin.event.Source.newBuilder()
                .setIp(ip == null ? null : ip.toString())
                .setCountry(source.country())
                .setCity(source.city())
                .setLatitude(position == null ? null : position.latitude() / 100.0)
                .setLongitude(position == null ? null : position.longitude() / 100.0)
                .setRadiusKm(source.radiusKm())
                .setAsn(source.asn() == Source.NO_ASN ? null : source.asn())
                .setDeviceId(digits(source.device()))
                .setUserAgent(source.agent() == Source.NO_AGENT ? null : "agent " + source.agent())
                .setSessionId(digits(source.session()))
                .setNetwork(Network.valueOf(source.network().name()))
                .build();
    }

    private static @Nullable String digits(long hash) {
        return hash == Hash64.NONE ? null : Long.toHexString(hash);
    }
}
