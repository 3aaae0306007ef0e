package dev.tocsin.enrich;

import static dev.tocsin.enrich.TestDatabases.country;
import static dev.tocsin.enrich.TestDatabases.ip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.account.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change under way, in the ways that files do. */
class DatabaseReloadTest {
    private static final String NETWORK = "192.0.2.0/24";
    private static final IpAddress IP = ip("192.0.2.1");

    @TempDir
    private Path folder = Path.of("");

    private final List<DatabaseKind> failures = new ArrayList<>();
    private AddressDatabases databases = AddressDatabases.none();
    private int age;

    @BeforeEach
    void open() throws Exception {
        write(country(NETWORK, "NO"));
        databases = AddressDatabases.open(
                Map.of(DatabaseKind.CITY, file(), DatabaseKind.ASN, TestDatabases.ASN), failures::add);
        assertThat(said()).isEqualTo("NO");
    }

    @Test
    void unchanged_file_is_not_read_again() {
        look(3);

        assertThat(said()).isEqualTo("NO");
        assertThat(failures).isEmpty();
    }

    @Test
    void file_written_anew_is_used_once_it_stands_still() throws IOException {
        write(country(NETWORK, "DE"));
        look(1);
        assertThat(said()).isEqualTo("NO");

        look(1);
        assertThat(said()).isEqualTo("DE");
        assertThat(databases.apply(ip("1.128.0.1")).asn()).isEqualTo(1221);
        assertThat(failures).isEmpty();
    }

    @Test
    void file_renamed_into_place_is_used_even_with_equal_size_and_time() throws IOException {
        FileTime time = Files.getLastModifiedTime(file());
        Path next = Files.write(folder.resolve("next"), country(NETWORK, "DE"));
        Files.setLastModifiedTime(next, time);
        Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE);

        look(2);

        assertThat(said()).isEqualTo("DE");
    }

    @Test
    void file_that_grows_is_left_alone_until_it_is_whole() throws IOException {
        byte[] whole = country(NETWORK, "DE");
        for (int length = 0; length < whole.length; length += whole.length / 4) {
            write(Arrays.copyOf(whole, length));
            look(1);
        }
        write(whole);
        look(2);

        assertThat(said()).isEqualTo("DE");
        assertThat(failures).isEmpty();
    }

    @Test
    void half_a_file_keeps_the_old_database_and_is_tried_again() throws IOException {
        byte[] whole = country(NETWORK, "DE");
        write(Arrays.copyOf(whole, whole.length / 2));
        look(3);
        assertThat(said()).isEqualTo("NO");
        assertThat(failures).containsExactly(DatabaseKind.CITY, DatabaseKind.CITY);

        write(whole);
        look(2);
        assertThat(said()).isEqualTo("DE");
        assertThat(failures).hasSize(2);
    }

    @Test
    void update_of_another_kind_keeps_the_old_database() throws IOException {
        write(Files.readAllBytes(TestDatabases.ASN));
        look(2);

        assertThat(said()).isEqualTo("NO");
        assertThat(failures).containsExactly(DatabaseKind.CITY);
    }

    @Test
    void missing_file_keeps_the_old_database_until_there_is_one_again() throws IOException {
        Files.delete(file());
        look(2);
        assertThat(said()).isEqualTo("NO");
        assertThat(failures).containsExactly(DatabaseKind.CITY);

        write(country(NETWORK, "DE"));
        look(2);
        assertThat(said()).isEqualTo("DE");
    }

    @Test
    void lookups_go_on_while_databases_are_exchanged() throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Long>> readers = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> lookUpUntil(done)))
                .toList();

        for (int i = 0; i < 200; i++) {
            write(country(NETWORK, i % 2 == 0 ? "DE" : "NO"));
            look(2);
        }
        done.set(true);

        assertThat(readers).allSatisfy(reader -> assertThat(reader.join()).isPositive());
    }

    private long lookUpUntil(AtomicBoolean done) {
        long lookups = 0;
        do {
            assertThat(said()).isIn("DE", "NO");
            assertThat(databases.apply(ip("192.0.2." + lookups % 250)).country())
                    .isIn("DE", "NO");
            lookups++;
        } while (!done.get());
        return lookups;
    }

    @Test
    void watch_looks_by_itself_until_it_is_closed() throws IOException {
        try (DatabaseWatch watch = new DatabaseWatch(databases, Duration.ofMillis(5))) {
            watch.start();
            write(country(NETWORK, "DE"));
            await().untilAsserted(() -> assertThat(said()).isEqualTo("DE"));
        }
        await().untilAsserted(() -> assertThat(watchers()).isEmpty());
    }

    private static Stream<Thread> watchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("watch-databases"));
    }

    private @Nullable String said() {
        return databases.apply(IP).country();
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            databases.check();
        }
    }

    private Path file() {
        return folder.resolve("country.mmdb");
    }

    /** Times a second apart, whatever the file system can tell apart. */
    private void write(byte[] bytes) throws IOException {
        Path next = Files.write(folder.resolve("written"), bytes);
        Files.setLastModifiedTime(
                next, FileTime.from(Instant.parse("2026-11-20T08:00:00Z").plusSeconds(age++)));
        Files.copy(next, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }
}
