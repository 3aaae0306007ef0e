package dev.tocsin.loadtest.market;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What a device calls itself, which changes as it is updated. */
@SuppressWarnings("ImmutableEnumChecker") // the lambdas have no state
enum Agent {
    IPHONE(
            0,
            step -> "Mozilla/5.0 (iPhone; CPU iPhone OS %1$s like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                            .formatted(ios(step).replace('.', '_'))
                    + " Version/%s Mobile/15E148 Safari/604.1".formatted(ios(step))),
    ANDROID(
            1,
            step -> "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Mobile"
                            .formatted(chrome(step))
                    + " Safari/537.36"),
    TABLET(
            2,
            step -> "Mozilla/5.0 (iPad; CPU OS %s like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                            .formatted(ios(step).replace('.', '_'))
                    + " Version/%s Mobile/15E148 Safari/604.1".formatted(ios(step))),
    /** An app of somebody's own making, which the usual lists of devices do not know. */
    APP(3, step -> "okhttp/4.%d.0".formatted(9 + step / 26)),
    WINDOWS(
            4,
            step -> "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0"
                            .formatted(chrome(step))
                    + " Safari/537.36"),
    MAC(
            5,
            step ->
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/%s"
                                    .formatted(ios(step))
                            + " Safari/605.1.15"),
    LINUX(6, step -> "Mozilla/5.0 (X11; Linux x86_64; rv:%1$d.0) Gecko/20100101 Firefox/%1$d.0"
            .formatted(chrome(step) + 1));

    /** 2024-01-01, when Chrome 120 was current; a new version comes every four weeks. */
    private static final long FIRST = 1_704_067_200_000L;

    private static final long STEP = 28 * Curve.DAY;
    private static final int STEPS = 128;
    private static final Agent[] ALL = values();
    private static final List<String> TEXTS = texts();

    private final int first;
    private final IntFunction<String> text;

    Agent(int place, IntFunction<String> text) {
        this.first = place * STEPS;
        this.text = text;
    }

    private static int chrome(int step) {
        return 120 + step;
    }

    private static String ios(int step) {
        int sinceSeptember = step + 4;
        return (17 + sinceSeptember / 13) + "." + sinceSeptember % 13 / 2;
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Agent agent : ALL) {
            for (int step = 0; step < STEPS; step++) {
                texts.add(agent.text.apply(step));
            }
        }
        return List.copyOf(texts);
    }

    /** The number of what it calls itself at a moment, some versions behind the newest. */
    int number(long at, int behind) {
        long step = Math.floorDiv(at - FIRST, STEP) - behind;
        return first + (int) Math.max(0, Math.min(step, STEPS - 1));
    }

    static String text(int number) {
        return TEXTS.get(number);
    }

    static boolean isMobile(int number) {
        return number < WINDOWS.first;
    }

    static int count() {
        return TEXTS.size();
    }
}
