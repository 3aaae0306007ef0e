package dev.tocsin.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
    @Test
    void cells_stand_under_each_other() {
        String text = new Layout()
                .rows(2, List.of(List.of("speed", "900 km/h", "needs more"), List.of("distance", "5 km", "needs more")))
                .toString();

        assertThat(text).isEqualTo("""
                          speed     900 km/h  needs more
                          distance  5 km      needs more
                        """);
    }

    @Test
    void what_is_too_long_goes_on_below_its_own_cell() {
        String words = "word ".repeat(40).strip();

        assertThat(new Layout()
                        .rows(2, List.of(List.of("name", words)))
                        .toString()
                        .lines())
                .allMatch(line -> line.length() <= Layout.WIDTH)
                .hasSize(2)
                .last()
                .asString()
                .startsWith("        word");
    }

    @Test
    void overlong_cell_pushes_only_its_own_row_aside() {
        assertThat(new Layout()
                        .rows(0, List.of(List.of("x".repeat(60), "a"), List.of("short", "b")))
                        .toString()
                        .lines())
                .containsExactly("x".repeat(60) + "  a", "short  b");
    }

    @Test
    void what_could_steer_a_terminal_is_not_printed() {
        assertThat(new Layout().line("Oslo\u001b[2J\r\n\u202etxt").toString()).isEqualTo("Oslo?[2J???txt\n");
    }
}
