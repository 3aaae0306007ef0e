package dev.tocsin.enrich;

import static dev.tocsin.enrich.TestDatabases.ip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes a file has, it is refused with a sentence or can be asked. */
class DamagedDatabaseTest {
    private static final List<String> ADDRESSES =
            List.of("89.160.20.112", "175.16.199.5", "2001:218::1", "67.43.156.1");

    @TempDir
    private Path folder = Path.of("");

    static LongStream seeds() {
        return new Random(7).longs(200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damage_never_throws_at_whoever_looks_up(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = Files.readAllBytes(TestDatabases.CITY);
        int wounds = 1 + random.nextInt(400);
        for (int i = 0; i < wounds; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Path file = Files.write(folder.resolve("damaged.mmdb"), bytes);

        try {
            Database database = Database.load(DatabaseKind.CITY, file);
            ADDRESSES.forEach(address -> assertThat(database.find(ip(address))).isNotNull());
            IntStream.range(0, 256)
                    .forEach(i -> assertThat(database.find(ip("81.2.69." + i))).isNotNull());
        } catch (UnusableDatabaseException e) {
            assertThat(e).hasMessageStartingWith(file + ": is ");
        }
    }
}
