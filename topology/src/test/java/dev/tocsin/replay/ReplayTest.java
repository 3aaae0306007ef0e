package dev.tocsin.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.thresholds.Thresholds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neither threads nor memory nor batches may be seen in what a replay tells. */
class ReplayTest {
    private static final List<AccountEvent> EVENTS = Crowd.of(4_711, 40, 60);
    private static final long PLENTY = 1L << 30;
    private static final long HARDLY_ANY = 1;
    private static final Side SHIPPED = Side.of(Thresholds.defaults());

    @TempDir
    private Path temporary = Path.of("");

    private Side other = SHIPPED;

    @BeforeEach
    void otherThresholds() throws IOException {
        other = Side.of(Thresholds.read(Files.writeString(temporary.resolve("other.yaml"), """
                version: other
                learning: { period: 2 d, logins: 3 }
                detectors:
                  impossible-travel: { max-speed: 500 km/h }
                  new-device: { enabled: false }
                  reset-then-payout-change: { critical-within: 1 min }
                """)));
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "2, 500", "5, 64", "3, 100000"})
    void threads_and_batches_change_nothing(int threads, int batch) {
        assertThat(alerts(threads, batch, PLENTY)).isEqualTo(alerts(1, 200, PLENTY));
        assertThat(differences(threads, batch, PLENTY)).isEqualTo(differences(1, 200, PLENTY));
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void accounts_that_go_to_disk_change_nothing(int threads) {
        assertThat(alerts(threads, 50, HARDLY_ANY)).isEqualTo(alerts(1, 50, PLENTY));
        assertThat(differences(threads, 50, HARDLY_ANY)).isEqualTo(differences(1, 50, PLENTY));
    }

    @Test
    void there_is_much_to_be_told() {
        assertThat(alerts(1, 200, PLENTY)).contains("RAISED", "WITHDRAWN", "item 99: it is planted.", "out of order");
        assertThat(differences(1, 200, PLENTY))
                .contains("\"change\":\"gained\"", "\"change\":\"lost\"", "\"change\":\"changed\"");
    }

    @Test
    void same_thresholds_differ_in_nothing() {
        String told = run(
                2,
                100,
                HARDLY_ANY,
                (settings, out) -> Run.comparing(settings, SHIPPED, SHIPPED, new Run.Comparing(out, null)));

        assertThat(told).doesNotContain("\"change\"").contains("all detectors");
    }

    @Test
    void disk_is_left_as_it_was() throws IOException {
        differences(2, 50, HARDLY_ANY);

        assertThat(foldersLeft()).isEmpty();
    }

    @Test
    void disk_is_left_as_it_was_by_a_replay_that_breaks_off() throws IOException {
        Output broken = new Output("broken", new java.io.OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });

        assertThatThrownBy(() -> over(Run.of(settings(2, HARDLY_ANY), SHIPPED, broken, null), 50))
                .isInstanceOf(ReplayException.class)
                .hasMessage("broken cannot be written: No space left on device");
        assertThat(foldersLeft()).isEmpty();
    }

    @Test
    void temporary_folder_that_is_gone_is_told_in_a_sentence() {
        Run.Settings settings = new Run.Settings(Duration.ofHours(1), HARDLY_ANY, temporary.resolve("none"), 1);
        Output out = new Output("out", new ByteArrayOutputStream());

        assertThatThrownBy(() -> over(Run.of(settings, SHIPPED, out, null), 50))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("there is no folder " + temporary.resolve("none"));
    }

    private List<Path> foldersLeft() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    private String alerts(int threads, int batch, long memory) {
        return run(threads, batch, memory, (settings, out) -> Run.of(settings, SHIPPED, out, out));
    }

    private String differences(int threads, int batch, long memory) {
        return run(
                threads,
                batch,
                memory,
                (settings, out) -> Run.comparing(settings, SHIPPED, other, new Run.Comparing(out, out)));
    }

    private interface Making {
        Run run(Run.Settings settings, Output out);
    }

    private String run(int threads, int batch, long memory, Making making) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String words = over(making.run(settings(threads, memory), new Output("out", out)), batch);
        return words + out.toString(UTF_8);
    }

    private Run.Settings settings(int threads, long memory) {
        return new Run.Settings(Duration.ofHours(1), memory, temporary, threads);
    }

    private static String over(Run run, int batch) {
        StringWriter words = new StringWriter();
        PrintWriter writer = new PrintWriter(words);
        run.over(Crowd.recording(EVENTS, batch), writer, writer, new Progress(writer, false, () -> 0));
        return words.toString();
    }
}
