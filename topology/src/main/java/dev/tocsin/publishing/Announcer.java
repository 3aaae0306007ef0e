package dev.tocsin.publishing;

import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Refusal;
import dev.tocsin.thresholds.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells log and metrics what was published, and of each version when it takes effect. For one thread. */
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final PublicationListener listener;
    private String inForce;

    /** @param inForce the version in force now, which needs no telling */
    Announcer(PublicationListener listener, String inForce) {
        this.listener = listener;
        this.inForce = inForce;
    }

    /** @param before what was known until now */
    void tell(Verdict verdict, Following before, Instant now) {
        if (verdict instanceof PublishedVersion version) {
            listener.received();
            tell(version, before, now);
        } else if (verdict instanceof Refusal refusal) {
            listener.refused(refusal.kind());
            if (refusal.kind().isAlarming()) {
                LOG.warn(
                        "refused the document at offset {} of the topic of thresholds ({}), {} stays in force: {}",
                        refusal.offset(),
                        refusal.key(),
                        inForce,
                        refusal.sentence());
            } else {
                LOG.info("nothing changes by the document at offset {}: {}", refusal.offset(), refusal.sentence());
            }
        }
    }

    private static void tell(PublishedVersion version, Following before, Instant now) {
        if (version.since().isBefore(now)) {
            LOG.warn(
                    "thresholds {} received {} ms after they took effect: this instance judged events from {} until now by {}",
                    version.version(),
                    Duration.between(version.since(), now).toMillis(),
                    version.since(),
                    before.versionAt(version.since()));
        } else {
            LOG.info("thresholds {} received, in force from {}", version.version(), version.since());
        }
    }

    /** Tells if another version is in force by now. */
    void tell(Following following, Instant now) {
        String version = following.versionAt(now);
        List<PublishedVersion> table = following.log().timetable();
        int pending = (int) table.stream()
                .filter(published -> published.since().isAfter(now))
                .count();
        if (!version.equals(inForce)) {
            LOG.info("thresholds {} are in force, instead of {}", version, inForce);
            inForce = version;
        }
        listener.stands(version, pending, following.log().warnings().size());
    }
}
