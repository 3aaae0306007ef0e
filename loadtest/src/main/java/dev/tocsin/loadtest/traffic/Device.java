package dev.tocsin.loadtest.traffic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A browser or an app install.
 *
 * @param appSession of an app, which stays signed in on whatever network its phone is; null for a browser, which begins
 *     another session at each visit
 */
record Device(String id, String userAgent, @Nullable String appSession) {
    private static final List<String> LAPTOPS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
                    + " Safari/537.36",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6"
                    + " Safari/605.1.15",
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    private static final List<String> PHONES = List.of(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Version/18.6 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile"
                    + " Safari/537.36");

    static Device laptop(Dice dice) {
        return new Device(dice.uuid(), dice.pick(LAPTOPS), null);
    }

    /** A private window, or the cookies were cleared: the same browser under another id. */
    Device withoutCookies(Dice dice) {
        return new Device(dice.uuid(), userAgent, appSession);
    }

    /** Whose session a visit belongs to. */
    String session(Dice dice) {
        return appSession == null ? dice.uuid() : appSession;
    }

    static Device phone(Dice dice) {
        return new Device(dice.uuid(), dice.pick(PHONES), dice.uuid());
    }
}
