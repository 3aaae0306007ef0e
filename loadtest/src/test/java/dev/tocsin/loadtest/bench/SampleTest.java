package dev.tocsin.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void fewAccounts_areAllFollowed() {
        Sample sample = Sample.of(200_000);
        assertThat(IntStream.range(0, 1_000)).allMatch(account -> sample.follows(key(account)));
    }

    @Test
    void ofManyAccounts_someOfEachPartitionAreFollowed() {
        Sample sample = Sample.of(10_000_000);
        for (int partition = 0; partition < TopicNames.PARTITIONS; partition++) {
            int wanted = partition;
            assertThat(LongStream.range(0, 100_000)
                            .mapToObj(SampleTest::key)
                            .filter(key -> Utils.toPositive(Utils.murmur2(key)) % TopicNames.PARTITIONS == wanted)
                            .filter(sample::follows))
                    .hasSizeBetween(400, 600);
        }
    }

    private static byte[] key(long account) {
        return ("user-" + (10_000_000 + account)).getBytes(StandardCharsets.UTF_8);
    }
}
