package dev.tocsin.redrive;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant; what is empty or null excludes nothing.
 *
 * @param reasons as the header {@code tocsin.reason} has them
 * @param topics input topics
 * @param from the letters' own time, included
 * @param to excluded
 * @param offsets ranges of the dead-letter topic
 */
public record Selection(
        Set<String> reasons,
        Set<String> topics,
        @Nullable Instant from,
        @Nullable Instant to,
        List<Range> offsets) {
    public static final Selection ALL = new Selection(Set.of(), Set.of(), null, null, List.of());

    /** Offsets of one partition, both ends included. */
    public record Range(int partition, long first, long last) {
        boolean includes(Place place) {
            return place.partition() == partition && place.offset() >= first && place.offset() <= last;
        }
    }

    public Selection {
        reasons = Set.copyOf(reasons);
        topics = Set.copyOf(topics);
        offsets = List.copyOf(offsets);
    }

    boolean includes(Letter letter) {
        return (reasons.isEmpty() || reasons.contains(letter.reason()))
                && (topics.isEmpty() || topics.contains(letter.topic()))
                && (from == null || !letter.at().isBefore(from))
                && (to == null || letter.at().isBefore(to))
                && (offsets.isEmpty() || offsets.stream().anyMatch(range -> range.includes(letter.place())));
    }
}
