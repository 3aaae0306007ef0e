package dev.tocsin.loadtest.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a run looked like from outside: how many records waited, second by second, and when each fault came. */
final class Trace implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Lag lag;
    private final long begin = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::sample, "lag-trace");

    /**
     * At some moment.
     *
     * @param seconds since the beginning
     * @param lag records not committed
     */
    record Sample(double seconds, long lag) {}

    /** A fault. */
    record Mark(double seconds, Fault fault) {}

    Trace(Lag lag) {
        this.lag = lag;
        thread.setDaemon(true);
        thread.start();
    }

    private void sample() {
        try {
            while (!over.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                Long now = lag.now();
                if (now != null) {
                    add(new Sample(seconds(), now));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void add(Sample sample) {
        samples.add(sample);
    }

    synchronized void mark(Fault fault) {
        marks.add(new Mark(seconds(), fault));
    }

    private double seconds() {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }

    synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    synchronized List<Mark> marks() {
        return List.copyOf(marks);
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
