package dev.tocsin.cli;

import dev.tocsin.thresholds.PublishedVersion;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the document to go back to, and gives it a version of its own. */
final class Rollback {
    private static final String AGAIN = "-again";

    private final VersionLog log;

    Rollback(VersionLog log) {
        this.log = log;
    }

    /**
     * The document to publish.
     *
     * @param to a version or {@code shipped}; null for the version before the newest
     * @param as its new version; null for one made from the old
     */
    Thresholds document(@Nullable String to, @Nullable String as) {
        Thresholds target = target(to);
        return Reissue.of(target, as == null ? freeName(target.version()) : as);
    }

    private Thresholds target(@Nullable String to) {
        if (to != null) {
            return to.equals(DocumentNames.SHIPPED) ? Thresholds.defaults() : DocumentNames.published(log, to);
        }
        List<PublishedVersion> versions = log.versions();
        if (versions.size() < 2) {
            throw new UserMistake((versions.isEmpty()
                            ? "nothing is"
                            : "only " + versions.get(0).version() + " is")
                    + " published, so there is no version before; --to " + DocumentNames.SHIPPED
                    + " publishes the shipped thresholds");
        }
        return versions.get(versions.size() - 2).thresholds();
    }

    private String freeName(String version) {
        String name = version.replaceFirst(AGAIN + "(-\\d+)?$", "") + AGAIN;
        String free = name;
        for (int i = 2; log.find(free).isPresent(); i++) {
            free = name + '-' + i;
        }
        return free;
    }
}
