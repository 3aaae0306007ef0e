package dev.tocsin.replay;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How bytes become numbered lines. */
class EventLinesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"one\ntwo\n\nfour", "one\ntwo\n\nfour\n", "one\r\ntwo\r\n\r\nfour\r\n", "\uFEFFone\ntwo\n\nfour"
            })
    void lines_are_numbered_and_freed_of_ends_and_marks(String text) throws IOException {
        assertThat(lines(text.getBytes(UTF_8))).containsExactly("1 one", "2 two", "3 blank", "4 four");
    }

    @Test
    void empty_stream_has_no_line() throws IOException {
        assertThat(lines(new byte[0])).isEmpty();
    }

    @Test
    void single_byte_is_a_line() throws IOException {
        assertThat(lines(new byte[] {'x'})).containsExactly("1 x");
    }

    @Test
    void white_line_is_blank() throws IOException {
        assertThat(lines(" \t \nx".getBytes(UTF_8))).containsExactly("1 blank", "2 x");
    }

    @Test
    void line_of_one_mebibyte_is_read_and_a_longer_one_skipped() throws IOException {
        String fits = "x".repeat(EventLines.MAX_BYTES);

        assertThat(lines((fits + "\nx" + fits + "\nafter\n").getBytes(UTF_8)))
                .containsExactly("1 " + fits, "2 overlong", "3 after");
    }

    @Test
    void bytes_of_an_overlong_line_are_not_kept() throws IOException {
        EventLine line = EventLines.of(new Endless(64L << 20)).next();

        assertThat(line).isNotNull().satisfies(endless -> {
            assertThat(endless.isOverlong()).isTrue();
            assertThat(endless.bytes()).isEmpty();
        });
    }

    @Test
    void compressed_stream_is_recognised() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("one\ntwo\n".getBytes(UTF_8));
        }

        assertThat(lines(bytes.toByteArray())).containsExactly("1 one", "2 two");
    }

    @Test
    void utf16_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> lines("one\n".getBytes(UTF_16)))
                .isInstanceOf(IOException.class)
                .hasMessage("it is UTF-16; save it as UTF-8");
    }

    private static List<String> lines(byte[] bytes) throws IOException {
        EventLines lines = EventLines.of(new ByteArrayInputStream(bytes));
        List<String> read = new ArrayList<>();
        for (EventLine line = lines.next(); line != null; line = lines.next()) {
            read.add(line.number() + " " + words(line));
        }
        return read;
    }

    private static String words(EventLine line) {
        if (line.isOverlong()) {
            return "overlong";
        }
        return line.isBlank() ? "blank" : new String(line.bytes(), UTF_8);
    }

    /** So many bytes without a line's end. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + count, (byte) 'x');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}
