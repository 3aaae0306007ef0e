package dev.tocsin.http;

import dev.tocsin.publishing.Following;
import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Refusal;
import dev.tocsin.thresholds.Thresholds;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows which thresholds are in force, which were and will be, and which documents were refused. */
public final class ThresholdsEndpoint {
    private static final String YAML = "application/yaml; charset=utf-8"; // RFC 9512

    private final Supplier<Following> following;

    public ThresholdsEndpoint(Supplier<Following> following) {
        this.following = following;
    }

    void show(Context context) {
        context.json(ThresholdsView.of(following.get(), Instant.now()));
    }

    void text(Context context) {
        String version = context.pathParam("version");
        Following now = following.get();
        Optional<String> text = now.log()
                .find(version)
                .map(PublishedVersion::thresholds)
                .or(() -> Optional.of(now.base()).filter(base -> base.version().equals(version)))
                .map(Thresholds::text);
        if (text.isPresent()) {
            context.contentType(YAML).result(text.get());
        } else {
            context.status(HttpStatus.NOT_FOUND)
                    .json(Map.of("error", "no version of this name has been published; /thresholds lists them"));
        }
    }

    /** The refused documents that somebody may believe to be in force, a sentence each. */
    List<String> warnings() {
        return following.get().log().warnings().stream()
                .map(ThresholdsEndpoint::warning)
                .toList();
    }

    private static String warning(Refusal refusal) {
        return "the document published at " + refusal.at() + " as "
                + (refusal.key().isEmpty() ? "?" : refusal.key()) + " was refused: " + refusal.sentence();
    }
}
