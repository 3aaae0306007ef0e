package dev.tocsin.loadtest.chaos;

import dev.tocsin.account.AccountEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tells what there is to know of each difference, so that somebody can find out why. */
final class Stories {
    /** Of each kind; one cause usually has many effects. */
    private static final int MOST = 5;

    private static final int EVENTS_SHOWN = 60;

    private final Oracle oracle;
    private final Told told;
    private final Consumer<String> screen;

    private Stories(Oracle oracle, Told told, Consumer<String> screen) {
        this.oracle = oracle;
        this.told = told;
        this.screen = screen;
    }

    static void tell(Comparison comparison, Oracle oracle, Told told, Consumer<String> screen) {
        Stories stories = new Stories(oracle, told, screen);
        stories.tell("lost", comparison.lost());
        stories.tell("invented", comparison.invented());
        stories.tell("changed", comparison.changed());
        comparison.missingDeadLetters().forEach(at -> screen.accept("no right dead letter for " + at));
        comparison.inventedDeadLetters().forEach(at -> screen.accept("dead letter for a good record at " + at));
    }

    private void tell(String kind, List<String> ids) {
        ids.stream().limit(MOST).forEach(id -> tell(kind, id));
        if (ids.size() > MOST) {
            screen.accept("and " + (ids.size() - MOST) + " more " + kind);
        }
    }

    private void tell(String kind, String id) {
        Verdict expected = oracle.standing().get(id);
        Verdict found = told.standing().get(id);
        String account = Stream.of(expected, found)
                .filter(Objects::nonNull)
                .map(Verdict::account)
                .findFirst()
                .orElse("");
        screen.accept(kind + ' ' + id + " of " + account);
        screen.accept("  should be  " + expected);
        screen.accept("  is         " + found);
        List<AccountEvent> events = oracle.story(account);
        int earlier = Math.max(0, events.size() - EVENTS_SHOWN);
        if (earlier > 0) {
            screen.accept("  event  " + earlier + " earlier ones");
        }
        for (AccountEvent event : events.subList(earlier, events.size())) {
            screen.accept("  event  " + event.occurredAt() + ' ' + event.eventId() + ' ' + kindOf(event));
        }
        for (Map.Entry<String, Verdict> alert : oracle.standing().entrySet()) {
            if (alert.getValue().account().equals(account)) {
                screen.accept("  due    " + alert.getKey() + ' '
                        + alert.getValue().detector() + ' ' + alert.getValue().occurredAt());
            }
        }
        told.records(account).forEach(record -> screen.accept("  said   " + record));
    }

    private static String kindOf(AccountEvent event) {
        return event.fold(login -> "login " + login.outcome(), change -> "change " + change.change());
    }
}
