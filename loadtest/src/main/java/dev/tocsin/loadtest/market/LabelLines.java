package dev.tocsin.loadtest.market;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Writes labels as lines of JSON. */
public final class LabelLines {
    private LabelLines() {}

    /** One line, with its end. */
    public static String line(Label label) {
        return "{\"account_id\":\"%s\",\"attack\":\"%s\",\"detectors\":%s,\"from\":\"%s\",\"to\":\"%s\",\"event_ids\":%s}\n"
                .formatted(
                        Ids.account(label.account()),
                        label.attack().id(),
                        list(label.attack().detectors()),
                        Instant.ofEpochMilli(label.from()),
                        Instant.ofEpochMilli(label.to()),
                        list(label.events().stream().map(Event::eventId).toList()));
    }

    private static String list(List<String> texts) {
        return texts.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")).replace("[\"\"]", "[]");
    }
}
