package dev.tocsin.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Threads that do one piece of work after another together. */
final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService pool;

    Workers(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "replay");
            thread.setDaemon(true);
            return thread;
        });
    }

    int threads() {
        return threads;
    }

    /** Does something for every index, neighbours in one thread. Returns when all is done. */
    void slices(int count, IntConsumer work) {
        each(threads, slice -> {
            int end = (int) ((long) count * (slice + 1) / threads);
            for (int i = (int) ((long) count * slice / threads); i < end; i++) {
                work.accept(i);
            }
        });
    }

    /** Does something for every index, each as soon as a thread is free. Returns when all is done. */
    void each(int count, IntConsumer work) {
        List<Future<?>> tasks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int index = i;
            tasks.add(pool.submit(() -> work.accept(index)));
        }
        tasks.forEach(Workers::await);
    }

    static <T> T await(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayException("stopped");
        }
    }

    /** Waits for what was begun: nobody may use what is closed next. */
    @Override
    public void close() {
        pool.shutdownNow();
        boolean interrupted = false;
        while (true) {
            try {
                if (pool.awaitTermination(1, TimeUnit.HOURS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
