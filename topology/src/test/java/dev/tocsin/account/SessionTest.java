package dev.tocsin.account;

import static dev.tocsin.testing.LoginBuilder.login;
import static dev.tocsin.testing.TestAccount.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.testing.LoginBuilder;
import dev.tocsin.testing.Memories;
import dev.tocsin.testing.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which sessions an account is remembered with. */
class SessionTest {
    private static final Login LAPTOP = at(0, "laptop", "s1").build();

    @Test
    void session_tells_who_holds_it_and_where_it_was_used() {
        assertThat(sessions(LAPTOP))
                .containsExactly(new Session(
                        (int) Hash64.of("s1"),
                        (int) Hash64.of("laptop"),
                        (int) Source.countryKey("NO"),
                        2119,
                        Network.RESIDENTIAL,
                        NOW.toEpochMilli()));
    }

    @Test
    void login_without_a_session_and_a_failure_leave_none() {
        assertThat(sessions(at(0, "laptop", "s1").session(null).build())).isEmpty();
        assertThat(sessions(at(0, "laptop", "s1").failed().build())).isEmpty();
    }

    @Test
    void next_use_by_its_device_moves_the_session() {
        Login abroad = at(60, "laptop", "s1").from(Place.BERLIN).build();

        assertThat(sessions(LAPTOP, abroad)).containsExactly(Session.of(abroad));
    }

    @Test
    void next_session_of_a_device_replaces_the_one_before() {
        Login anew = at(60, "laptop", "s2").build();

        assertThat(sessions(LAPTOP, anew)).containsExactly(Session.of(anew));
    }

    @Test
    void sessions_of_two_devices_stand_side_by_side_latest_last() {
        Login phone = at(60, "phone", "s2").build();
        Login again = at(120, "laptop", "s1").build();

        assertThat(sessions(LAPTOP, phone)).containsExactly(Session.of(LAPTOP), Session.of(phone));
        assertThat(sessions(LAPTOP, phone, again)).containsExactly(Session.of(phone), Session.of(again));
    }

    @Test
    void use_of_a_session_by_another_device_is_not_remembered() {
        Login thief = at(60, "thief", "s1").from(Place.LAGOS).build();
        Login nobody = at(60, "thief", "s1").from(Place.LAGOS).device(null).build();

        assertThat(sessions(LAPTOP, thief)).containsExactly(Session.of(LAPTOP));
        assertThat(sessions(LAPTOP, nobody)).containsExactly(Session.of(LAPTOP));
    }

    @Test
    void use_of_anothers_session_leaves_the_users_own_alone() {
        Login own = at(30, "thief", "s2").build();
        Login thief = at(60, "thief", "s1").build();

        assertThat(sessions(LAPTOP, own, thief)).containsExactly(Session.of(LAPTOP), Session.of(own));
    }

    @Test
    void sessions_of_unknown_devices_do_not_replace_each_other() {
        Login one = at(0, "x", "s1").device(null).build();
        Login other = at(60, "x", "s2").device(null).build();
        Login again = at(120, "x", "s1").device(null).build();

        assertThat(sessions(one, other)).containsExactly(Session.of(one), Session.of(other));
        assertThat(sessions(one, other, again)).containsExactly(Session.of(other), Session.of(again));
    }

    @Test
    void session_of_an_unknown_device_is_taken_over_by_the_first_that_is_known() {
        Login unknown = at(0, "x", "s1").device(null).build();
        Login known = at(60, "laptop", "s1").build();

        assertThat(sessions(unknown, known)).containsExactly(Session.of(known));
    }

    @Test
    void seventeenth_session_pushes_out_the_least_recently_used() {
        List<Login> logins = new ArrayList<>();
        for (int i = 0; i <= Session.MAX; i++) {
            logins.add(at(i, "device " + i, "session " + i).build());
        }
        logins.add(1, at(0, "device 0", "session 0").build());

        assertThat(Memories.of(logins.subList(0, Session.MAX + 1)).sessions()).hasSize(Session.MAX);
        assertThat(Memories.of(logins).sessions())
                .hasSize(Session.MAX)
                .doesNotContain(Session.of(logins.get(0)))
                .startsWith(Session.of(logins.get(2)))
                .endsWith(Session.of(logins.get(logins.size() - 1)));
    }

    private static List<Session> sessions(Login... logins) {
        return Memories.of(logins).sessions();
    }

    private static LoginBuilder at(int seconds, String device, String session) {
        return login("e" + seconds + device, NOW.plusSeconds(seconds))
                .device(device)
                .session(session);
    }
}
