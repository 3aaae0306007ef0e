package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener.SuspendReason;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class RestoringTest {
    private static final TopicPartition FIRST = new TopicPartition("changelog", 0);
    private static final TopicPartition SECOND = new TopicPartition("changelog", 1);
    private static final TaskId TASK = new TaskId(0, 1);

    private final Restoring restoring = new Restoring();

    @Test
    void what_the_state_lacks_is_the_sum_over_partitions_and_falls_batch_by_batch() {
        restoring.onRestoreStart(FIRST, Names.ACCOUNTS, 100, 1_100);
        restoring.onRestoreStart(SECOND, Names.ACCOUNTS, 0, 500);
        assertThat(restoring.remaining()).isEqualTo(1_500);
        assertThat(restoring.isRestoring(1)).isTrue();
        assertThat(restoring.isRestoring(2)).isFalse();

        restoring.onBatchRestored(FIRST, Names.ACCOUNTS, 700, 600);
        assertThat(restoring.remaining()).isEqualTo(900);
    }

    @Test
    void a_partition_that_is_whole_or_moves_away_is_no_longer_waited_for() {
        restoring.onRestoreStart(FIRST, Names.ACCOUNTS, 0, 1_000);
        restoring.onRestoreStart(SECOND, Names.ACCOUNTS, 0, 500);

        restoring.onRestoreEnd(FIRST, Names.ACCOUNTS, 1_000);
        assertThat(restoring.isRestoring(0)).isFalse();
        assertThat(restoring.isRestoring(1)).isTrue();
        restoring.onRestoreSuspended(SECOND, Names.ACCOUNTS, 20);

        assertThat(restoring.remaining()).isZero();
        assertThat(restoring.isRestoring(1)).isFalse();
    }

    @Test
    void a_copy_follows_a_changelog_that_grows() {
        restoring.onUpdateStart(SECOND, Names.ACCOUNTS, 40);
        assertThat(restoring.standbyBehind()).isZero();

        restoring.onBatchLoaded(SECOND, Names.ACCOUNTS, TASK, 100, 60, 400);
        assertThat(restoring.standbyBehind()).isEqualTo(300);

        restoring.onBatchLoaded(SECOND, Names.ACCOUNTS, TASK, 450, 350, 500);
        assertThat(restoring.standbyBehind()).isEqualTo(50);
        assertThat(restoring.remaining()).isZero();
    }

    @Test
    void a_copy_that_becomes_the_state_is_no_longer_one() {
        restoring.onUpdateStart(SECOND, Names.ACCOUNTS, 40);
        restoring.onBatchLoaded(SECOND, Names.ACCOUNTS, TASK, 100, 60, 400);

        restoring.onUpdateSuspended(SECOND, Names.ACCOUNTS, 100, 400, SuspendReason.PROMOTED);

        assertThat(restoring.standbyBehind()).isZero();
    }
}
