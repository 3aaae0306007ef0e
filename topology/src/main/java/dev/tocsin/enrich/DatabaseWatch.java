package dev.tocsin.enrich;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the databases' files now and then, from a thread of its own, until it is closed. */
public final class DatabaseWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    /** Databases come out daily at most; half a minute is soon, and a look costs one system call a file. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final AddressDatabases databases;
    private final Duration pause;
    private final CountDownLatch stopping = new CountDownLatch(1);

    public DatabaseWatch(AddressDatabases databases) {
        this(databases, PAUSE);
    }

    DatabaseWatch(AddressDatabases databases, Duration pause) {
        this.databases = databases;
        this.pause = pause;
    }

    public void start() {
        Thread thread = new Thread(this::watch, "watch-databases");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check() {
        try {
            databases.check();
        } catch (RuntimeException | OutOfMemoryError e) { // the thread would end, and updates be missed without a word
            LOG.warn("the address databases could not be read again: {}", e.toString());
        }
    }

    @Override
    public void close() {
        stopping.countDown();
    }
}
