package dev.tocsin.replay;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Reads the next batch of a recording while the present one is worked on; never more than one ahead. */
final class Reader implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final Recording recording;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread reader = new Thread(task, "replay-reader");
        reader.setDaemon(true);
        return reader;
    });
    private Future<Batch> ahead;

    Reader(Recording recording) {
        this.recording = recording;
        this.ahead = thread.submit(this::read);
    }

    /**
     * Some events, and how far the recording is read with them.
     *
     * @param items empty after the last
     */
    record Batch(List<Recording.Item> items, Recording.Position position) {}

    private Batch read() {
        return new Batch(recording.next(), recording.position());
    }

    Batch next() {
        Batch batch = Workers.await(ahead);
        if (!batch.items().isEmpty()) {
            ahead = thread.submit(this::read);
        }
        return batch;
    }

    /** Waits for what is being read, so that the recording can be closed; not for ever, as nobody may type any more. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
