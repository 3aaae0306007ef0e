package dev.tocsin.loadtest.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something that happens to one account: a takeover, or what looks like one.
 *
 * @param name of its kind
 * @param line what happens, in a sentence
 * @param events oldest first, at times from the story's begin on
 */
public record Story(String name, String line, String accountId, List<Event> events, Expectation expectation) {
    /** No story takes longer. */
    public static final Duration LONGEST = Duration.ofSeconds(13);

    /** When it is over. */
    public Instant end() {
        return events.get(events.size() - 1).at();
    }
}
