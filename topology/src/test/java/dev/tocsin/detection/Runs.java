package dev.tocsin.detection;

import static dev.tocsin.testing.ChangeBuilder.change;
import static dev.tocsin.testing.LoginBuilder.login;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.TestAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs of like events, one a second, and what comes before and after them. */
final class Runs {
    private Runs() {}

    /** Logins {@code name-00}, {@code name-01} and so on. */
    static List<Login> logins(String name, int count, Instant start, UnaryOperator<LoginBuilder> kind) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        kind.apply(login(id(name, i), start.plusSeconds(i))).build())
                .toList();
    }

    static List<AccountChange> changes(
            String name, int count, ChangeType type, Instant start, UnaryOperator<ChangeBuilder> kind) {
        return IntStream.range(0, count)
                .mapToObj(i -> kind.apply(change(id(name, i), type, start.plusSeconds(i)))
                        .build())
                .toList();
    }

    private static String id(String name, int i) {
        return name + '-' + i / 10 + i % 10;
    }

    static List<AccountEvent> then(List<? extends AccountEvent> events, AccountEvent... more) {
        return Stream.concat(events.stream(), Stream.of(more)).toList();
    }

    static List<AccountEvent> then(List<? extends AccountEvent> events, List<? extends AccountEvent> more) {
        return Stream.concat(events.stream(), more.stream()).toList();
    }

    /** The alerts that stand after the events, which must be the same in their order of time and as they are given. */
    static List<Alert> alerts(String detector, List<? extends AccountEvent> arrivals) {
        List<AccountEvent> inOrder = new ArrayList<>(arrivals);
        inOrder.sort(AccountEvent.TIMELINE_ORDER);
        TestAccount asGiven = lived(arrivals);
        Map<String, Alert> table = lived(inOrder).table();
        assertThat(asGiven.table()).isEqualTo(table);
        return asGiven.alerts(detector);
    }

    private static TestAccount lived(List<? extends AccountEvent> events) {
        TestAccount account = TestAccount.settledInOslo();
        events.forEach(account::sees);
        return account;
    }
}
