package dev.tocsin.redrive;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which letters were dealt with before; one bit for each offset of the topic. */
final class Marks {
    private final Map<Integer, BitSet> byPartition = new HashMap<>();
    private final Map<Integer, Long> firstOffsets = new HashMap<>();

    /** In the order of the partition: a mark stands behind its letter. */
    void see(Letter letter) {
        int partition = letter.place().partition();
        long first =
                firstOffsets.computeIfAbsent(partition, key -> letter.place().offset());
        if (letter.isMark() && letter.marked() >= first) { // else its letter is gone, or it is no mark of ours
            byPartition.computeIfAbsent(partition, key -> new BitSet()).set(index(letter.marked(), first));
        }
    }

    boolean has(Place place) {
        BitSet marked = byPartition.get(place.partition());
        Long first = firstOffsets.get(place.partition());
        return marked != null && first != null && marked.get(index(place.offset(), first));
    }

    /** @throws ArithmeticException beyond two billion letters in one partition, for which this is no tool */
    private static int index(long offset, long first) {
        return Math.toIntExact(offset - first);
    }
}
