package dev.tocsin.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchMainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return BenchMain.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--variants=a,x | --variants takes the letters a, b, c, d, e with commas between, and not x.",
                "--accounts=0 | --accounts takes 1 to 100000000, and not 0.",
                "--threads=5 | --threads takes 1 to 4, and not 5.",
                "--rounds=0 | --rounds takes 1 to 100, and not 0.",
                "--fill=101 | --fill takes 0 to 100, and not 101.",
                "--guarantees=maybe | A guarantee is at_least_once or exactly_once_v2, and not maybe.",
                "--heap=much | --heap takes a size such as 512m or 2g, and not much.",
                "--speed=9 | Unknown option: '--speed=9'"
            })
    void anOptionThatIsWrong_isToldInASentence(String option, String sentence) {
        assertThat(run(option)).isEqualTo(2);
        assertThat(err.toString()).startsWith(sentence).endsWith("deploy/tocsin bench --help tells the options.\n");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "latency,--seconds=1",
        "latency,--throughput=0",
        "latency,--lead=-1",
        "memory,--accounts=0",
        "memory,--fill=0",
        "restore,--heap=1"
    })
    void aSubcommandsOptionThatIsWrong_isToldToo(String command, String option) {
        assertThat(run(command, option)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(option.substring(0, option.indexOf('=')))
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds=5", "--guarantees=exactly_once_v2"})
    void whatQuickWouldIgnore_isRefusedBesideIt(String option) {
        assertThat(run("--quick", option)).isEqualTo(2);
        assertThat(err.toString()).startsWith("--quick is one round under at_least_once: leave out --rounds");
    }

    @Test
    void help_tellsAllMeasurements() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("--accounts", "--fill", "Default: 2.", "--quick", "latency", "memory", "restore");
        assertThat(run("restore", "--help")).isZero();
    }
}
