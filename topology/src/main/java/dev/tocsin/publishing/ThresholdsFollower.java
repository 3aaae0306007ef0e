package dev.tocsin.publishing;

import dev.tocsin.thresholds.Publication;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import dev.tocsin.thresholds.VersionedRuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rules at what is published: the whole topic before the first event is judged, then, on a thread of its own, each
 * version as it comes.
 *
 * <p>A broker that is away changes nothing: what is in force stays so, and the thread tries again until it is closed. Any
 * other error ends it, as versions may have been read and not put in force: see {@link #failed}.
 */
public final class ThresholdsFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ThresholdsFollower.class);

    /** How exactly log and metrics tell when a version takes effect; events are judged by their own time. */
    private static final Duration POLL = Duration.ofMillis(200);

    /** A poll that brings nothing does not say whether the broker lives, so it is asked this often. */
    private static final Duration CONTACT_EVERY = Duration.ofSeconds(5);

    private static final Duration CONTACT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);

    private final ThresholdsTopic topic;
    private final VersionedRuleBook rules;
    private final PublicationListener listener;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CompletableFuture<Void> failed = new CompletableFuture<>();
    private volatile Following following;
    private @Nullable TopicReader reader;
    private @Nullable Thread thread;

    /**
     * Follows nothing yet.
     *
     * @param base in force before the first published version
     * @param rules where versions are put in force
     */
    public ThresholdsFollower(
            ThresholdsTopic topic, Thresholds base, VersionedRuleBook rules, PublicationListener listener) {
        this.topic = topic;
        this.rules = rules;
        this.listener = listener;
        this.following = new Following(base, VersionLog.EMPTY, null);
    }

    /**
     * Reads what was published until now, and then goes on in the background.
     *
     * @throws TopicException when the topic cannot be read
     */
    public synchronized void start() {
        if (stopping.getCount() == 0) {
            return;
        }
        TopicReader opened = TopicReader.open(topic);
        reader = opened;
        VersionLog log = VersionLog.EMPTY;
        for (Publication publication : opened.toEnd()) {
            log = log.after(publication);
        }
        rules.replace(log);
        Instant now = Instant.now();
        following = new Following(following.base(), log, now);
        String version = following.versionAt(now);
        LOG.info(
                "thresholds {} are in force; published: {}, refused: {}",
                version,
                log.versions().size(),
                log.refusals().size());
        log.warnings().forEach(refusal -> LOG.warn("refused {}: {}", refusal.key(), refusal.sentence()));
        Announcer announcer = new Announcer(listener, version);
        listener.contact(now);
        announcer.tell(following, now);
        Thread follower = new Thread(() -> follow(opened, announcer), "follow-thresholds");
        follower.setDaemon(true);
        follower.setUncaughtExceptionHandler((dead, error) -> failed.completeExceptionally(error));
        follower.start();
        thread = follower;
    }

    private void follow(TopicReader opened, Announcer announcer) {
        boolean away = false;
        while (stopping.getCount() > 0) {
            try {
                step(opened, announcer);
                if (away) {
                    LOG.info("the topic of thresholds is read again");
                }
                away = false;
            } catch (WakeupException e) {
                LOG.debug("woken to stop");
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                if (!away) {
                    LOG.warn(
                            "the topic of thresholds cannot be read, {} stay in force until it can: {}",
                            following.versionAt(Instant.now()),
                            e.toString());
                }
                away = true;
                announcer.tell(following, Instant.now());
                pause();
            }
        }
    }

    private void step(TopicReader opened, Announcer announcer) {
        for (Publication publication : opened.poll(POLL)) {
            take(publication, announcer);
        }
        Instant contact = following.lastContact();
        if (contact == null || contact.plus(CONTACT_EVERY).isBefore(Instant.now())) {
            opened.end(CONTACT_PATIENCE);
            contacted();
        }
        announcer.tell(following, Instant.now());
    }

    private void take(Publication publication, Announcer announcer) {
        Following before = following;
        VersionLog log = before.log().after(publication);
        rules.replace(log); // first: what is told is true
        Instant now = Instant.now();
        following = new Following(before.base(), log, now);
        listener.contact(now);
        log.last().ifPresent(verdict -> announcer.tell(verdict, before, now));
    }

    private void contacted() {
        Instant now = Instant.now();
        following = new Following(following.base(), following.log(), now);
        listener.contact(now);
    }

    private void pause() {
        try {
            stopping.await(PAUSE_AFTER_ERROR.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Completes, with an error, only when versions are not followed any more although nobody has closed this. */
    public CompletableFuture<Void> failed() {
        return failed;
    }

    /** What is known at this moment; from any thread. */
    public Following following() {
        return following;
    }

    @Override
    public synchronized void close() {
        stopping.countDown();
        TopicReader opened = reader;
        Thread follower = thread;
        if (opened == null) {
            return;
        }
        try {
            if (follower != null) {
                opened.wakeUp();
                follower.join(CONTACT_PATIENCE.plus(POLL).toMillis());
                if (follower.isAlive()) {
                    return; // a daemon: it ends with the process, and its consumer with it
                }
            }
            opened.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
