package dev.tocsin.account;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How many landmarks are kept, how long, and what late logins leave. */
class LandmarksTest {
    private static final AccountMemory HOME = Memories.of(
            login("first", NOW.minus(Duration.ofDays(20))).build(),
            login("last", NOW.minus(Duration.ofDays(2))).build());

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 1", "1, 0"})
    void landmark_is_kept_for_seven_days(long overMillis, int expected) {
        Instant later = NOW.plus(AccountMemory.KEPT).plusMillis(overMillis);
        AccountMemory memory = HOME.after(phone("1", NOW).build(), List.of())
                .after(login("2", later).build(), List.of());

        assertThat(memory.landmarks()).hasSize(expected);
    }

    @Test
    void ninth_landmark_pushes_out_the_oldest() {
        AccountMemory memory = HOME;
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            ids.add("e" + i);
            memory = memory.after(
                    login("e" + i, NOW.plusSeconds(i))
                            .nowhere()
                            .device("device " + i)
                            .build(),
                    List.of());
        }

        assertThat(memory.landmarks())
                .hasSize(Landmark.MAX)
                .extracting(landmark -> landmark.login().eventId())
                .isEqualTo(ids.subList(1, 9));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mark.Trail.class,
            names = {"STRANGE_PLACE", "GUESSING"})
    void flood_of_new_devices_does_not_push_out_a_login_that_raised_an_alert(Mark.Trail trail) {
        Login stranger = phone("alarm", NOW).from(Place.LAGOS).build();
        AccountMemory memory =
                flooded(HOME.after(stranger, List.of(new Mark(1, Mark.HIGH, stranger.atMillis(), trail))), NOW);

        assertThat(ids(memory)).hasSize(Landmark.MAX).startsWith("alarm").endsWith("flood-8");
    }

    @Test
    void flood_of_new_devices_does_not_push_out_the_end_of_a_long_silence() {
        Instant awake = NOW.plus(Duration.ofDays(100));
        AccountMemory memory = flooded(HOME.after(login("awake", awake).build(), List.of()), awake);

        assertThat(ids(memory)).hasSize(Landmark.MAX).startsWith("awake").endsWith("flood-8");
    }

    @Test
    void flood_of_guessing_does_not_push_out_a_new_device() {
        AccountMemory memory = HOME;
        for (int i = 0; i < Landmark.MAX; i++) {
            Login failed = login("guess-" + i, NOW.plusSeconds(i)).failed().build();
            memory = memory.after(failed, List.of(new Mark(i, Mark.HIGH, failed.atMillis(), Mark.Trail.GUESSING)));
        }
        memory = memory.after(phone("phone", NOW.plusSeconds(10)).build(), List.of())
                .after(phone("tablet", NOW.plusSeconds(11)).device("tablet").build(), List.of());

        assertThat(ids(memory)).hasSize(Landmark.MAX).startsWith("guess-2").endsWith("phone", "tablet");
    }

    @Test
    void mild_alert_does_not_push_out_a_severe_one_of_its_kind() {
        AccountMemory memory = HOME;
        for (int i = 0; i <= Landmark.MAX; i++) {
            Login strange = login("strange-" + i, NOW.plusSeconds(i)).build();
            int rank = i == 0 ? Mark.HIGH : Mark.LOW;
            memory = memory.after(strange, List.of(new Mark(i, rank, strange.atMillis(), Mark.Trail.STRANGE_PLACE)));
        }

        assertThat(ids(memory)).hasSize(Landmark.MAX).startsWith("strange-0", "strange-2");
    }

    private static AccountMemory flooded(AccountMemory memory, Instant begin) {
        AccountMemory flooded = memory;
        for (int i = 1; i <= Landmark.MAX; i++) {
            Login login = login("flood-" + i, begin.plusSeconds(i))
                    .nowhere()
                    .device("device " + i)
                    .build();
            flooded = flooded.after(login, List.of());
        }
        return flooded;
    }

    private static List<String> ids(AccountMemory memory) {
        return memory.landmarks().stream()
                .map(landmark -> landmark.login().eventId())
                .toList();
    }

    @Test
    void landmarks_that_are_long_are_fewer_and_the_latest() {
        AccountMemory memory = HOME;
        for (int i = 0; i < Landmark.MAX; i++) {
            String id = "e".repeat(60) + i;
            memory = memory.after(
                    phone(id, NOW.plusSeconds(i)).device("device " + i).build(), List.of());
        }
        List<Landmark> landmarks = memory.landmarks();

        assertThat(landmarks).hasSizeBetween(2, Landmark.MAX - 1);
        assertThat(landmarks.stream()
                        .mapToInt(landmark -> Bounded.bytes(landmark.login()))
                        .sum())
                .isLessThanOrEqualTo(Landmark.MAX_BYTES);
        assertThat(landmarks.get(landmarks.size() - 1).login().eventId()).endsWith("e7");
    }

    @Test
    void late_login_is_a_landmark_for_its_alerts_only_and_in_its_place() {
        Login stranger = phone("late", NOW.minusSeconds(60)).from(Place.LAGOS).build();
        Mark mark = new Mark(1, Mark.HIGH, stranger.atMillis(), Mark.Trail.STRANGE_PLACE);
        AccountMemory memory = HOME.after(phone("1", NOW).build(), List.of());

        assertThat(memory.afterLate(stranger, List.of()).landmarks()).isEqualTo(memory.landmarks());
        assertThat(memory.afterLate(stranger, List.of(mark)).landmarks())
                .hasSize(2)
                .startsWith(new Landmark(stranger, false, false, false, 0, Mark.HIGH, Landmark.NO_ALERT));
    }

    private static LoginBuilder phone(String id, Instant at) {
        return login(id, at).device("phone");
    }
}
