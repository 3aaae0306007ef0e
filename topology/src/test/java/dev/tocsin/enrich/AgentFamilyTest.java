package dev.tocsin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which user agents are one device, and which are two. */
class AgentFamilyTest {
    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/120.0.6099.71 Safari/537.36";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X)"
            + " AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1";

    private final AgentFamily family = new AgentFamily();

    @Test
    void browser_is_its_name_its_system_and_the_systems_major_version() {
        assertThat(family.apply(CHROME)).isEqualTo("Chrome/Windows/10");
        assertThat(family.apply(FIREFOX)).isEqualTo("Firefox/Linux");
        assertThat(family.apply(IPHONE)).isEqualTo("Mobile Safari/iOS/17");
    }

    @ParameterizedTest
    @CsvSource({"120.0.6099.71,120.0.6099.130", "120.0.6099.71,121.0.6167.85"})
    void update_of_a_browser_is_the_same_device(String before, String after) {
        assertThat(family.apply(CHROME.replace(before, after))).isEqualTo(family.apply(CHROME));
    }

    @Test
    void other_browser_or_system_is_another_device() {
        assertThat(List.of(
                        CHROME,
                        CHROME + " Edg/120.0.2210.61",
                        CHROME.replace("Windows NT 10.0", "Windows NT 6.1"),
                        CHROME.replace("Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7"),
                        FIREFOX,
                        FIREFOX.replace("X11; Linux x86_64", "Windows NT 10.0; Win64; x64"),
                        IPHONE))
                .extracting(family::apply)
                .doesNotHaveDuplicates();
    }

    @Test
    void new_major_version_of_a_system_is_another_device_and_a_minor_one_is_not() {
        assertThat(family.apply(IPHONE.replace("17_1", "17_4_1"))).isEqualTo(family.apply(IPHONE));
        assertThat(family.apply(IPHONE.replace("17_1", "18_0"))).isNotEqualTo(family.apply(IPHONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl/8.4.0|curl/",
                "python-requests/2.31.0|python-requests/",
                "MyBank/3.2 (iPhone; iOS 17.1; Scale/3.00)|MyBank/ (iPhone; iOS ; Scale/)",
                "YourBank/3.2 (iPhone; iOS 17.1; Scale/3.00)|YourBank/ (iPhone; iOS ; Scale/)",
                "Mozilla/5.0 (odd client 7)|Mozilla/ (odd client )",
                "''|''",
                "-|-"
            })
    void what_is_no_browser_is_its_text_without_versions(String userAgent, String text) {
        assertThat(family.apply(userAgent)).isEqualTo(text);
    }

    @Test
    void only_the_start_of_junk_is_looked_at() {
        String junk = "Mozilla/5.0 (" + "a".repeat(10_240);

        assertThat(family.apply(junk)).hasSizeLessThanOrEqualTo(AgentFamily.MAX_LENGTH);
        assertThat(family.apply(junk)).isEqualTo(family.apply(junk + "b"));
    }

    @Test
    void ever_new_headers_are_not_remembered_for_ever() {
        for (int i = 0; i <= 2 * AgentFamily.REMEMBERED; i++) {
            family.apply("app" + "x".repeat(i % 3) + i);
        }

        assertThat(family.remembered()).isBetween(1, AgentFamily.REMEMBERED);
        assertThat(family.apply("app0")).isEqualTo("app");
    }

    static LongStream seeds() {
        return new Random(11).longs(50);
    }

    /** Pieces that the parser's expressions look for, and characters that mean something to them, in any order. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_header_throws(long seed) {
        List<String> pieces = List.of(
                "Mozilla/5.0 ",
                "(",
                ")",
                "; ",
                "$1",
                "$",
                "\\",
                "Android ",
                "Windows NT ",
                "10.0",
                "iPhone OS ",
                "17_1",
                "Chrome/",
                "Version/",
                "Linux ",
                "CFNetwork/",
                "Darwin/",
                "Opera ",
                "Tizen ",
                "\n",
                "é",
                "\ud83d",
                "/",
                "Safari");
        String header = new Random(seed)
                .ints(60, 0, pieces.size())
                .mapToObj(pieces::get)
                .collect(Collectors.joining("", "Mozilla/5.0 ", ""));

        assertThat(family.apply(header)).as("seed %s", seed).isNotNull();
    }
}
