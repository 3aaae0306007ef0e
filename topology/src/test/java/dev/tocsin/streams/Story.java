package dev.tocsin.streams;

import dev.tocsin.event.AccountChangeEvent;
import dev.tocsin.event.ChangeType;
import dev.tocsin.event.Initiator;
import dev.tocsin.event.LoginEvent;
import dev.tocsin.event.LoginOutcome;
import dev.tocsin.event.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The contract's events of one account: twelve quiet weeks at home, and what an attacker then does. */
final class Story {
    final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final String account;

    Story(String account) {
        this.account = account;
    }

    List<LoginEvent> habits() {
        List<LoginEvent> logins = new ArrayList<>();
        for (int week = 12; week > 0; week--) {
            logins.add(login(now.minus(Duration.ofDays(7L * week)), "NO"));
        }
        return logins;
    }

    LoginEvent login(Instant at, String country) {
        boolean home = country.equals("NO");
        Source source = Source.newBuilder()
                .setIp(home ? "84.208.20.10" : "105.112.4.7")
                .setCountry(country)
                .setCity(home ? "Oslo" : "Lagos")
                .setLatitude(home ? 59.91 : 6.45)
                .setLongitude(home ? 10.75 : 3.39)
                .setAsn(home ? 2119L : 37148L)
                .setDeviceId(home ? "laptop" : "thief")
                .build();
        return LoginEvent.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setAccountId(account)
                .setOccurredAt(at)
                .setOutcome(LoginOutcome.SUCCEEDED)
                .setSource(source)
                .build();
    }

    AccountChangeEvent change(ChangeType type, Instant at) {
        return AccountChangeEvent.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setAccountId(account)
                .setOccurredAt(at)
                .setChange(type)
                .setInitiator(Initiator.OWNER)
                .build();
    }
}
