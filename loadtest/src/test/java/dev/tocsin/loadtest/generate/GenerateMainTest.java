package dev.tocsin.loadtest.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateMainTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream standard = new ByteArrayOutputStream();

    private int run(OutputStream out, String... arguments) {
        return GenerateMain.run(out, new PrintWriter(err, true), arguments);
    }

    private int small(String... more) {
        String[] few = {"--accounts", "500", "--events", "5000"};
        return run(
                standard, Stream.concat(Arrays.stream(few), Arrays.stream(more)).toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void same_options_give_the_same_bytes_and_labels_name_events_that_are_there() throws IOException {
        String[] names = {"a", "b"};
        for (String name : names) {
            assertThat(small("--out", file(name), "--labels", file(name + ".labels"), "--attack-share", "0.1"))
                    .isZero();
        }
        assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
        assertThat(folder.resolve("a.labels")).hasSameBinaryContentAs(folder.resolve("b.labels"));
        Set<String> events = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("a"))) {
            events.add(JSON.readTree(line).get("event_id").asText());
        }
        assertThat(events).hasSizeBetween(4_500, 5_800);
        List<String> labels = Files.readAllLines(folder.resolve("a.labels"));
        assertThat(labels).hasSizeGreaterThan(20);
        for (String line : labels) {
            JsonNode label = JSON.readTree(line);
            assertThat(label.get("event_ids")).isNotEmpty();
            label.get("event_ids").forEach(id -> assertThat(events).contains(id.asText()));
            assertThat(label.get("account_id").asText()).startsWith("user-");
        }
        assertThat(err.toString()).contains("events    ").contains("attacks   ").contains("mailbox");
    }

    @Test
    void name_that_ends_in_gz_is_compressed_and_a_dash_is_standard_output() throws IOException {
        assertThat(small("--out", file("events.gz"))).isZero();
        assertThat(small("--out", "-")).isZero();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("events.gz")))) {
            assertThat(in.readAllBytes()).isEqualTo(standard.toByteArray());
        }
    }

    @Test
    void shards_together_have_the_lines_of_the_whole() throws IOException {
        assertThat(small("--out", file("whole"))).isZero();
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            assertThat(small("--out", file("part"), "--shard", i + "/2")).isZero();
            parts.addAll(Files.readAllLines(folder.resolve("part")));
        }
        assertThat(parts).containsExactlyInAnyOrderElementsOf(Files.readAllLines(folder.resolve("whole")));
    }

    @Test
    void disorder_repeats_and_delays_as_many_as_asked_for_and_loses_none() throws IOException {
        assertThat(small("--out", file("order"))).isZero();
        assertThat(small("--out", file("disorder"), "--duplicates", "0.1", "--out-of-order", "0.2", "--late", "0.05"))
                .isZero();
        List<String> order = Files.readAllLines(folder.resolve("order"));
        List<String> disorder = Files.readAllLines(folder.resolve("disorder"));
        assertThat(new HashSet<>(disorder)).isEqualTo(new HashSet<>(order));
        assertThat(disorder.size() / (double) order.size()).isBetween(1.08, 1.12);
        assertThat(disorder).isNotEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--accounts 0 | --accounts must be from 1 to 100,000,000; it was 0.",
                "--accounts 100000001 | --accounts must be from 1 to 100,000,000",
                "--events 0 | --events must be from 1",
                "--events many | many is not a whole number, such as 1000000.",
                "--accounts 1e6 | 1e6 is not a whole number, such as 1000000.",
                "--late much | much is not a number, such as 0.001.",
                "--events 99000000000 --days 1 | make 1,145,833 events in a second of event time",
                "--events 9000000 --days 1 --late 1 --late-by 30d | which are held up by 3,888,000 s on average",
                "--days 0 | --days must be from 1 to 36,525; it was 0.",
                "--from 1999-01-01T00:00:00Z | --from must be from 2000 to 2100",
                "--from yesterday | --from is a time such as 2026-01-05T00:00:00Z; it was yesterday.",
                "--attack-share 2 | --attack-share is a share from 0 to 1, such as 0.001; it was 2.0.",
                "--attack-share NaN | --attack-share is a share",
                "--attack-share 0.1 --attacks naive=0.1 | and not both",
                "--attacks theft=0.1 | there is no kind theft; there are naive, vpn, targeted,",
                "--attacks naive | give a share with each kind, such as naive=0.001.",
                "--attacks naive=x | naive is a share from 0 to 1, such as 0.001; it was x.",
                "--attacks naive=0.1,naive=0.2 | naive is there twice.",
                "--attacks naive=0.7,vpn=0.6 | add up to more than 1",
                "--shard 3/2 | such as 2/4 for the second of four; it was 3/2.",
                "--shard 0/2 | such as 2/4",
                "--late 0.6 --out-of-order 0.6 | together they are more than 1",
                "--late-by soon | --late-by is a time such as 500 ms, 30 s, 5 min, 2 h or 1 d; it was soon.",
                "--nonsense 1 | Unknown option",
            })
    void wrong_option_is_told_in_a_sentence_and_nothing_is_written(String options, String sentence) {
        List<String> arguments = new ArrayList<>(List.of(options.split(" ", -1)));
        Stream.of("--accounts", "--events")
                .filter(name -> !arguments.contains(name))
                .forEach(name -> arguments.addAll(List.of(name, "10")));
        arguments.addAll(List.of("--out", file("events")));
        assertThat(run(standard, arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString())
                .contains(sentence)
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void place_where_nothing_can_be_written_is_told() {
        assertThat(small("--out", folder.toString())).isEqualTo(2);
        assertThat(small("--out", "")).isEqualTo(2);
        assertThat(small("--out", file("none/events"))).isEqualTo(2);
        assertThat(small("--out", file("x"), "--labels", file("../" + folder.getFileName() + "/x")))
                .isEqualTo(2);
        assertThat(small("--out", file("x"), "--labels", file("none/labels"))).isEqualTo(2);
        assertThat(err.toString())
                .contains("is a directory; give a file to write to.")
                .contains("is empty; give a file to write to")
                .contains("there is no folder")
                .contains("are the same; give two files.")
                .doesNotContain("\tat ");
    }

    @Test
    void output_that_breaks_off_is_told_and_is_no_success() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThat(run(full, "--accounts", "100", "--events", "1000", "--out", "-"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Writing failed: standard output: No space left on device");
    }

    @Test
    void help_tells_the_options() {
        assertThat(run(standard, "--help")).isZero();
        assertThat(standard.toString(StandardCharsets.UTF_8))
                .contains("--attack-share")
                .contains("Exit codes:");
    }
}
