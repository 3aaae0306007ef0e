package dev.tocsin.replay;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Login;
import dev.tocsin.codec.InvalidEventException;
import dev.tocsin.testing.RandomHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Many accounts' events as a recording: out of order, some too late, some twice, some unreadable. */
final class Crowd {
    private static final int WINDOW = 60;

    private Crowd() {}

    static List<AccountEvent> of(long seed, int accounts, int eventsEach) {
        List<AccountEvent> events = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            String account = "account-" + i + (i % 7 == 0 ? "-é" : "");
            RandomHistory.of(seed + i, eventsEach).forEach(event -> events.add(ofAccount(event, account)));
        }
        events.sort(AccountEvent.TIMELINE_ORDER);
        return disturbed(events, new Random(seed));
    }

    private static AccountEvent ofAccount(AccountEvent event, String account) {
        return event.<AccountEvent>fold(
                login -> new Login(
                        login.eventId() + '@' + account,
                        account,
                        login.segment(),
                        login.occurredAt(),
                        login.outcome(),
                        login.failureReason(),
                        login.authMethod(),
                        login.mfa(),
                        login.source()),
                change -> new AccountChange(
                        change.eventId() + '@' + account,
                        account,
                        change.segment(),
                        change.occurredAt(),
                        change.change(),
                        change.initiator(),
                        change.mfa(),
                        change.oldValue(),
                        change.newValue(),
                        change.source()));
    }

    private static List<AccountEvent> disturbed(List<AccountEvent> events, Random random) {
        List<AccountEvent> disturbed = new ArrayList<>();
        for (int from = 0; from < events.size(); from += WINDOW) {
            List<AccountEvent> window = new ArrayList<>(events.subList(from, Math.min(events.size(), from + WINDOW)));
            window.add(window.get(random.nextInt(window.size())));
            Collections.shuffle(window, random);
            disturbed.addAll(window);
        }
        return disturbed;
    }

    /** Such events in batches, every hundredth item unreadable. */
    static Recording recording(List<AccountEvent> events, int batch) {
        return new Recording() {
            private int next;

            @Override
            public String name() {
                return "a crowd";
            }

            @Override
            public String itemsCalled() {
                return "items";
            }

            @Override
            public List<Item> next() {
                List<Item> items = new ArrayList<>();
                while (items.size() < batch && next < events.size()) {
                    items.add(new CrowdItem(next, events.get(next)));
                    next++;
                }
                return items;
            }

            @Override
            public Position position() {
                return new Position(next, events.size());
            }

            @Override
            public void close() {}
        };
    }

    private record CrowdItem(int index, AccountEvent read) implements Recording.Item {
        @Override
        public AccountEvent event() {
            if (index % 100 == 99) {
                throw new InvalidEventException("planted", "it is planted.");
            }
            return read;
        }

        @Override
        public String place() {
            return "item " + index;
        }
    }
}
