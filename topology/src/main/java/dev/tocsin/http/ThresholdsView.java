package dev.tocsin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.account.Bounded;
import dev.tocsin.publishing.Following;
import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an instance knows of the published thresholds, for a person to read.
 *
 * @param base in force before the first published version: the configuration's, or what is shipped
 * @param pending that wait for their time, the first to come first
 * @param history the newest published first, in force or not
 * @param lastContact when the broker last answered; older than some seconds when it is away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ThresholdsView(
        Version inForce,
        List<Version> pending,
        List<Version> history,
        List<Refused> refused,
        Version base,
        @Nullable String lastContact) {
    /** Enough to see who changed what last; {@code thresholds history} tells all. */
    static final int SHOWN = 20;

    /** A version; what it has no value for is not shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            String version,
            String sha256,
            @Nullable String since,
            @Nullable String publishedAt,
            @Nullable String by,
            @Nullable String comment) {}

    record Refused(long offset, String at, String key, String by, String kind, String reason) {}

    static ThresholdsView of(Following following, Instant now) {
        Version base = new Version(following.base().version(), following.base().sha256(), null, null, null, null);
        List<Version> pending = new ArrayList<>();
        for (PublishedVersion version : following.log().timetable()) {
            if (version.since().isAfter(now)) {
                pending.add(version(version));
            }
        }
        Collections.reverse(pending);
        return new ThresholdsView(
                following.log().inForceAt(now).map(ThresholdsView::version).orElse(base),
                pending,
                newestFirst(following.log().versions()).stream()
                        .map(ThresholdsView::version)
                        .toList(),
                newestFirst(following.log().refusals()).stream()
                        .map(ThresholdsView::refused)
                        .toList(),
                base,
                following.lastContact() == null ? null : following.lastContact().toString());
    }

    private static <T> List<T> newestFirst(List<T> list) {
        List<T> shown = new ArrayList<>(Bounded.latest(list, SHOWN));
        Collections.reverse(shown);
        return shown;
    }

    private static Version version(PublishedVersion version) {
        return new Version(
                version.version(),
                version.thresholds().sha256(),
                version.since().toString(),
                version.publishedAt().toString(),
                orNull(version.note().by()),
                orNull(version.note().comment()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Refused refused(Refusal refusal) {
        return new Refused(
                refusal.offset(),
                refusal.at().toString(),
                refusal.key(),
                refusal.by(),
                refusal.kind().name(),
                refusal.sentence());
    }
}
