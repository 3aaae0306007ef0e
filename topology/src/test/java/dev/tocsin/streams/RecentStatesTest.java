package dev.tocsin.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentStatesTest {
    private static final int STATE = 512;

    /** With its key and what the map takes for it. */
    private static final int COST = STATE + 128 + 2;

    private final RecentStates.Room room = new RecentStates.Room(10 * COST);

    @Test
    void state_that_was_put_last_is_the_one_that_is_found() {
        RecentStates states = room.open();
        states.put("a1", state(1));
        states.put("a1", state(2));

        assertThat(states.get("a1")).isEqualTo(state(2));
        assertThat(states.get("a2")).isNull();
    }

    @Test
    void state_of_another_length_takes_the_place_of_the_one_before() {
        RecentStates states = room.open();
        for (int length : new int[] {500, 100, 130, 100, 5 * STATE}) {
            byte[] state = new byte[length];
            state[length - 1] = (byte) length;
            states.put("a1", state);

            assertThat(states.get("a1")).startsWith(state).hasSizeLessThan(2 * length + 64);
        }
    }

    @Test
    void accounts_that_were_asked_for_longest_ago_make_room() {
        RecentStates states = room.open();
        put(states, 10, 19);
        states.get("10");
        put(states, 20, 20);

        assertThat(states.get("10")).isNotNull();
        assertThat(states.get("11")).isNull();
        assertThat(states.get("12")).isNotNull();
    }

    @Test
    void state_that_grows_takes_its_room_from_others() {
        RecentStates states = room.open();
        put(states, 10, 19);
        states.put("19", new byte[5 * STATE]);

        assertThat(kept(states)).isEqualTo(6);
        assertThat(states.get("19")).hasSize(5 * STATE);
    }

    @Test
    void tasks_share_the_room() {
        RecentStates first = room.open();
        put(first, 10, 19);
        RecentStates second = room.open();
        put(first, 20, 20);
        put(second, 30, 39);

        assertThat(kept(first)).isEqualTo(5);
        assertThat(kept(second)).isEqualTo(5);
    }

    @Test
    void task_that_ends_leaves_its_room_to_others() {
        RecentStates first = room.open();
        RecentStates second = room.open();
        put(first, 10, 19);
        first.close();
        put(second, 20, 29);

        assertThat(kept(first)).isZero();
        assertThat(kept(second)).isEqualTo(10);
    }

    @Test
    void no_room_keeps_nothing() {
        RecentStates states = new RecentStates.Room(0).open();
        states.put("10", state(1));

        assertThat(states.get("10")).isNull();
    }

    private static void put(RecentStates states, int from, int to) {
        IntStream.rangeClosed(from, to).forEach(i -> states.put(String.valueOf(i), state(i)));
    }

    private static long kept(RecentStates states) {
        return IntStream.range(10, 40)
                .filter(i -> states.get(String.valueOf(i)) != null)
                .count();
    }

    private static byte[] state(int first) {
        byte[] state = new byte[STATE];
        state[0] = (byte) first;
        return state;
    }
}
