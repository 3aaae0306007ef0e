package dev.tocsin.metrics;

import java.util.OptionalLong;

/**
 * How an instance does at one moment.
 *
 * @param ready running, with tasks, its lag known and the schema registry there
 * @param activeTasks whose partitions it judges
 * @param standbyTasks whose state it keeps a copy of
 * @param lag input records that it has not committed; empty while the broker does not say
 * @param restoring records of the changelog to be read until the active tasks' state is whole
 * @param standbyBehind records of the changelog that its copies lack
 */
public record Vitals(
        boolean ready, int activeTasks, int standbyTasks, OptionalLong lag, long restoring, long standbyBehind) {
    /** Before there is anything to ask. */
    public static final Vitals STARTING = new Vitals(false, 0, 0, OptionalLong.empty(), 0, 0);
}
