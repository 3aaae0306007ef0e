package dev.tocsin.testing;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Login.AuthMethod;
import dev.tocsin.account.Network;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Makes single events of one account as they may happen anywhere, and keeps its clock. */
class RandomEvents {
    private static final List<ChangeType> CHANGES = List.of(ChangeType.values());

    /** Twice as likely as others: what most sequences begin or end with. */
    private static final List<ChangeType> COMMON =
            List.of(ChangeType.PASSWORD_RESET, ChangeType.PAYOUT_CHANGED, ChangeType.PAYOUT_REQUESTED);

    final Random random;
    Instant now = TestAccount.NOW;
    private int sequence;

    RandomEvents(long seed) {
        random = new Random(seed);
    }

    <B extends SourceBuilder<B>> B home(B event) {
        return event.device("device-0");
    }

    Instant soon(int withinSeconds) {
        now = now.plusSeconds(random.nextInt(withinSeconds));
        return now;
    }

    AccountEvent login() {
        LoginBuilder login = where(LoginBuilder.login(id(), now));
        if (random.nextInt(4) == 0) {
            login.failed();
        }
        if (random.nextInt(8) == 0) {
            login.mfaPassed();
        }
        if (random.nextInt(10) == 0) {
            login.method(AuthMethod.SESSION_RESUME);
        }
        return login.build();
    }

    AccountEvent change() {
        return changeAt(now);
    }

    AccountEvent changeAt(Instant at) {
        ChangeBuilder change = valued(where(ChangeBuilder.change(id(), anyChange(), at)));
        change.by(any(List.of(Initiator.values())));
        return random.nextInt(6) == 0 ? change.mfaPassed().build() : change.build();
    }

    ChangeType anyChange() {
        return any(random.nextInt(3) == 0 ? COMMON : CHANGES);
    }

    ChangeBuilder valued(ChangeBuilder change) {
        return random.nextInt(3) == 0
                ? change
                : change.to("iban-" + random.nextInt(4)).instead("iban-" + random.nextInt(4));
    }

    <B extends SourceBuilder<B>> B where(B event) {
        int place = random.nextInt(12);
        if (place < 5) {
            event.from(Place.OSLO);
        } else if (place < 11) {
            event.from(any(List.of(Place.values())));
        } else {
            event.nowhere();
        }
        if (random.nextInt(4) == 0) {
            event.network(any(List.of(Network.values())));
        }
        return on(event, random.nextInt(12));
    }

    /** Three devices that are the owner's, with sessions of their own, and now and then another or none. */
    <B extends SourceBuilder<B>> B on(B event, int device) {
        if (device < 2) {
            return event.device(null);
        }
        int number = random.nextInt(device == 2 ? 30 : 3);
        event.agent(random.nextInt(4) == 0 ? null : "agent-" + number % 2);
        event.session(random.nextInt(3) == 0 ? null : "session-" + number + '-' + random.nextInt(2));
        return event.device("device-" + number);
    }

    <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Ids in an order of their own, so that ties in time are broken against arrival as often as with it. */
    String id() {
        return "e" + Integer.toHexString(sequence++ * 0x9E3779B1);
    }
}
