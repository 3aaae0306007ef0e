package dev.tocsin.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.TaskId;

/** Follows how much of the changelog the local state lacks, told by the threads that read it. */
final class Restoring implements StateRestoreListener, StandbyUpdateListener {
    /** The end to reach, and how far it is. */
    private record Way(long end, long remaining) {
        Way at(long offset) {
            return new Way(end, Math.max(0, end - offset));
        }
    }

    private final Map<TopicPartition, Way> active = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Way> standby = new ConcurrentHashMap<>();

    /** Records until the state of the active tasks is whole. */
    long remaining() {
        return sum(active);
    }

    /** Records that the copies of other instances' state lack. */
    long standbyBehind() {
        return sum(standby);
    }

    /** True while the state of a partition lacks what its changelog has, so that it would answer with the past. */
    boolean isRestoring(int partition) {
        return active.keySet().stream().anyMatch(changelog -> changelog.partition() == partition);
    }

    private static long sum(Map<TopicPartition, Way> ways) {
        return ways.values().stream().mapToLong(Way::remaining).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long startingOffset, long endingOffset) {
        active.put(partition, new Way(endingOffset, Math.max(0, endingOffset - startingOffset)));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEndOffset, long numRestored) {
        active.computeIfPresent(partition, (key, way) -> way.at(batchEndOffset));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long totalRestored) {
        active.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long totalRestored) {
        active.remove(partition);
    }

    @Override
    public void onUpdateStart(TopicPartition partition, String store, long startingOffset) {
        standby.put(partition, new Way(startingOffset, 0));
    }

    @Override
    public void onBatchLoaded(
            TopicPartition partition, String store, TaskId task, long batchEnd, long batchSize, long end) {
        standby.put(partition, new Way(end, 0).at(batchEnd));
    }

    @Override
    public void onUpdateSuspended(TopicPartition partition, String store, long offset, long end, SuspendReason reason) {
        standby.remove(partition);
    }
}
