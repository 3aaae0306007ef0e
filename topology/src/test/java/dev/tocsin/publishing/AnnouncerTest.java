package dev.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.thresholds.Publication;
import dev.tocsin.thresholds.Refusal;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What metrics hear of a publication, and when. */
class AnnouncerTest {
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final List<String> heard = new ArrayList<>();
    private final Thresholds base = Thresholds.parse("base", "version: base");
    private final Announcer announcer = new Announcer(new Hearing(), "base");
    private Following following = new Following(base, VersionLog.EMPTY, null);
    private int offset;

    private final class Hearing implements PublicationListener {
        @Override
        public void received() {
            heard.add("received");
        }

        @Override
        public void refused(Refusal.Kind kind) {
            heard.add("refused " + kind);
        }

        @Override
        public void stands(String inForce, int pending, int warnings) {
            heard.add(inForce + ' ' + pending + ' ' + warnings);
        }

        @Override
        public void contact(Instant at) {
            heard.add("contact");
        }
    }

    private void take(String key, String text, int second) {
        Following before = following;
        VersionLog log = before.log()
                .after(new Publication(
                        offset++,
                        START,
                        true,
                        key,
                        ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
                        Publication.Note.NONE));
        following = new Following(base, log, START);
        announcer.tell(log.last().orElseThrow(), before, START.plusSeconds(second));
    }

    private void at(int second) {
        announcer.tell(following, START.plusSeconds(second));
    }

    @Test
    void version_is_received_at_once_waits_and_stands_from_its_time() {
        take("a", "version: a", 0);
        at(4);
        at(5);

        assertThat(heard).containsExactly("received", "base 1 0", "a 0 0");
    }

    @Test
    void version_that_comes_too_late_stands_at_once() {
        take("a", "version: a", 60);
        at(60);

        assertThat(heard).containsExactly("received", "a 0 0");
    }

    @Test
    void refused_document_is_a_warning_and_leaves_in_force_what_was() {
        take("a", "nonsense: 1", 0);
        at(10);

        assertThat(heard).containsExactly("refused INVALID", "base 0 1");
    }
}
