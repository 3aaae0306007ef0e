package dev.tocsin.detection;

import static dev.tocsin.testing.Story.when;
import static dev.tocsin.testing.TestAccount.NOW;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.ChangeType;
import dev.tocsin.testing.ChangeBuilder;
import dev.tocsin.testing.Story;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody does to an account on a device that it never saw; times are milliseconds after {@code NOW}. */
final class Stranger {
    static final long MINUTE = Duration.ofMinutes(1).toMillis();
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = Duration.ofDays(1).toMillis();

    private Stranger() {}

    /** Of two that happen at once, the id that sorts first is the earlier one. */
    static ChangeBuilder does(String id, ChangeType type, long at) {
        ChangeBuilder change =
                ChangeBuilder.change(id, type, NOW.plusMillis(at)).device("stranger");
        return Sequence.MONEY.contains(type) ? change.to("iban-9") : change;
    }

    static AccountChange did(String id, ChangeType type, long at) {
        return does(id, type, at).build();
    }

    static Story.Beginning pair(String name, ChangeType first, ChangeType then, long gap) {
        return when(name, did("a-first", first, 0), did("b-then", then, gap));
    }

    /** Every type of change that begins no such story, followed in an hour by what would end it. */
    static List<Story> otherBeginnings(Set<ChangeType> beginnings, ChangeType then) {
        return except(beginnings)
                .map(other -> pair("after " + other, other, then, HOUR).isQuiet())
                .toList();
    }

    /** What begins such a story, followed in an hour by every type of change that does not end it. */
    static List<Story> otherEnds(ChangeType first, Set<ChangeType> ends) {
        return except(ends)
                .map(other -> pair("then " + other, first, other, HOUR).isQuiet())
                .toList();
    }

    private static Stream<ChangeType> except(Set<ChangeType> types) {
        return Arrays.stream(ChangeType.values()).filter(type -> !types.contains(type));
    }
}
