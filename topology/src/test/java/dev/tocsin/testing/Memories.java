package dev.tocsin.testing;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import java.util.List;

/** What is remembered of events that raised nothing. */
public final class Memories {
    private Memories() {}

    public static AccountMemory of(AccountEvent... events) {
        return of(List.of(events));
    }

    public static AccountMemory of(List<? extends AccountEvent> events) {
        AccountMemory memory = AccountMemory.EMPTY;
        for (AccountEvent event : events) {
            memory = memory.after(event, List.of());
        }
        return memory;
    }
}
