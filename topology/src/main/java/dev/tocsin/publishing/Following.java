package dev.tocsin.publishing;

import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an instance knows of the published thresholds.
 *
 * @param base in force before the first published version
 * @param lastContact when the broker last answered; null before the first time
 */
public record Following(
        Thresholds base, VersionLog log, @Nullable Instant lastContact) {
    /** The name of the version that an event of this time is judged by. */
    public String versionAt(Instant time) {
        return log.inForceAt(time).map(PublishedVersion::version).orElseGet(base::version);
    }
}
