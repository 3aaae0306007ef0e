package dev.tocsin.loadtest.bench;

import dev.tocsin.streams.StreamsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The clients alone: everything consumed is produced again, by as many pairs of clients as there are threads. */
final class CopySubject implements Subject {
    private final List<Copier> copiers = new ArrayList<>();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();

    CopySubject(Assignment assignment, StreamsOptions options) {
        for (int i = 0; i < assignment.threads(); i++) {
            copiers.add(new Copier(assignment, options.streamsProperties(), i));
        }
    }

    @Override
    public void start() {
        copiers.forEach(
                copier -> ends.add(CompletableFuture.runAsync(copier, task -> new Thread(task, "copy").start())));
    }

    @Override
    public long processed() {
        ends.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(CompletableFuture::join);
        return copiers.stream().mapToLong(Copier::count).sum();
    }

    @Override
    public OffHeap offHeap() {
        return OffHeap.NONE;
    }

    @Override
    public void close() {
        copiers.forEach(Copier::stop);
        ends.forEach(CompletableFuture::join);
    }
}
