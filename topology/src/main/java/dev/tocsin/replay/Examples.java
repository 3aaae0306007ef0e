package dev.tocsin.replay;

import java.util.ArrayList;
import java.util.List;

/** The worst of many pairs, and among equals the first. */
final class Examples {
    private final int most;
    private final List<Pair> pairs = new ArrayList<>();

    Examples(int most) {
        this.most = most;
    }

    void add(Pair pair) {
        int place = pairs.size();
        while (place > 0 && pairs.get(place - 1).rank() < pair.rank()) {
            place--;
        }
        if (place < most) {
            pairs.add(place, pair);
            if (pairs.size() > most) {
                pairs.remove(most);
            }
        }
    }

    List<Pair> pairs() {
        return List.copyOf(pairs);
    }
}
