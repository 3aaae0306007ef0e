package dev.tocsin.account;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cuts lists to their latest items. */
public final class Bounded {
    private Bounded() {}

    /** The latest items, as many as the bound allows. */
    public static <T> List<T> latest(List<T> items, int bound) {
        return items.size() <= bound ? items : new ArrayList<>(items.subList(items.size() - bound, items.size()));
    }

    /** The latest items, as many as number and bytes allow. */
    static <T> List<T> latest(List<T> items, int bound, int maxBytes, Function<T, AccountEvent> event) {
        if (items.size() <= Math.min(bound, maxBytes / Footprint.LARGEST_EVENT)) {
            return items; // as most are
        }
        int first = items.size();
        int bytes = 0;
        while (first > 0 && items.size() - first < bound) {
            bytes += bytes(event.apply(items.get(first - 1)));
            if (bytes > maxBytes) {
                break;
            }
            first--;
        }
        return first == 0 ? items : new ArrayList<>(items.subList(first, items.size()));
    }

    static int bytes(AccountEvent event) {
        return event.footprint() + event.source().footprint();
    }
}
