package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Burst;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Login;
import dev.tocsin.account.Source;
import dev.tocsin.account.Trust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A detector's look at one moment: each condition that decides passes through it, and is taken down beside its threshold if
 * somebody wants to know.
 *
 * <p>So the explanation of a finding is the finding's own walk, and cannot say anything else: what fires has passed every
 * check, and what is quiet has failed one. A look that nobody wants to know of costs a comparison; no words are made for it.
 */
public final class Look {
    private static final Look UNRECORDED = new Look(null);

    private final @Nullable List<Check> checks;

    private Look(@Nullable List<Check> checks) {
        this.checks = checks;
    }

    /** A look that takes nothing down. */
    public static Look unrecorded() {
        return UNRECORDED;
    }

    /** A look that takes down what was checked. */
    public static Look recorded() {
        return new Look(new ArrayList<>());
    }

    boolean isRecorded() {
        return checks != null;
    }

    /** What was checked so far, in the order in which the detector looked. */
    public List<Check> checks() {
        return checks == null ? List.of() : List.copyOf(checks);
    }

    /** A look at one of several things, any of which is enough; what comes of it is kept only if it is joined. */
    Look aside() {
        return checks == null ? this : recorded();
    }

    void join(Look aside) {
        if (checks != null) {
            checks.addAll(aside.checks());
        }
    }

    /** Passes the condition on. */
    public boolean sees(String what, Object seen, String needed, boolean holds) {
        if (checks != null) {
            checks.add(new Check(what, seen.toString(), needed, holds));
        }
        return holds;
    }

    /** The same for words that cost something to make. */
    public boolean sees(String what, Supplier<String> seen, Supplier<String> needed, boolean holds) {
        if (checks != null) {
            checks.add(new Check(what, seen.get(), needed.get(), holds));
        }
        return holds;
    }

    /** The same for words that are made of what was seen. */
    <T> boolean sees(String what, T seen, Function<T, String> words, String needed, boolean holds) {
        if (checks != null) {
            checks.add(new Check(what, words.apply(seen), needed, holds));
        }
        return holds;
    }

    boolean succeeded(Login login) {
        return sees("outcome", login.outcome(), "SUCCEEDED", login.succeeded());
    }

    boolean isAttempt(Login login) {
        return sees("auth_method", login.authMethod(), "not SESSION_RESUME", login.isAttempt());
    }

    boolean isNotStaff(AccountChange change) {
        return sees(
                "initiator",
                change.initiator(),
                "not SUPPORT, not ADMIN",
                !change.initiator().isStaff());
    }

    /** Whether a thing is not known to the account. */
    boolean isNew(String what, long key, LongFunction<String> name, Trust trust) {
        boolean isNew = trust != Trust.KNOWN;
        if (checks != null) {
            String rung = isNew ? Novelty.trustWords(trust) : "known";
            checks.add(new Check(what, name.apply(key) + ", " + rung, "not known", isNew));
        }
        return isNew;
    }

    /** Whether anything of a kind was seen before, so that something can be new beside it. */
    boolean isComparable(String kind, KnownSet seen) {
        int count = seen.entries().size();
        if (checks != null) {
            checks.add(new Check(kind + " seen before", number(count), "at least 1", count > 0));
        }
        return count > 0;
    }

    /** Whether an address is not one of a known place. */
    boolean isElsewhere(AccountMemory before, Source source, long atMillis) {
        boolean isNeighbour = before.isNeighbourOfKnownPlace(source, atMillis);
        return sees(
                "address", isNeighbour ? "in the /24 or /64 of a known place" : "elsewhere", "elsewhere", !isNeighbour);
    }

    /** Whether a value is at least so high. */
    boolean reaches(String what, double value, double least) {
        if (checks != null) {
            String bound = number(least);
            checks.add(new Check(
                    what, toldApart(number(value), value, bound, least), "at least " + bound, value >= least));
        }
        return value >= least;
    }

    /** Whether so many events fall into one window. */
    boolean reaches(String what, int count, int least, Duration window) {
        if (checks != null) {
            String in = " in " + Facts.span(window);
            checks.add(new Check(what, Facts.upTo(Burst.MAX, count) + in, "at least " + least + in, count >= least));
        }
        return count >= least;
    }

    /** Whether a count stays below a limit. */
    boolean isBelow(String what, int count, int limit) {
        if (checks != null) {
            checks.add(new Check(what, count + " times", "fewer than " + limit + " times", count < limit));
        }
        return count < limit;
    }

    /** Whether a value is above a limit. */
    boolean exceeds(String what, double value, double limit, String unit) {
        if (checks != null) {
            String bound = number(limit) + unit;
            checks.add(new Check(
                    what, toldApart(number(value) + unit, value, bound, limit), "more than " + bound, value > limit));
        }
        return value > limit;
    }

    /** Whether a time is at most so long. */
    boolean isWithin(String what, long millis, Duration limit) {
        boolean holds = millis <= limit.toMillis();
        if (checks != null) {
            String bound = Facts.span(limit);
            String seen =
                    toldApart(Facts.span(Duration.ofMillis(millis)), (double) millis, bound, (double) limit.toMillis());
            checks.add(new Check(what, seen, "at most " + bound, holds));
        }
        return holds;
    }

    /** The detector needs something that is not there. */
    Finding lacks(Finding.NotEvaluable finding) {
        if (checks != null) {
            Missing missing = Missing.of(finding.reason());
            checks.add(new Check(missing.what(), missing.seen(), missing.needed(), false));
        }
        return finding;
    }

    /** Rounding must not make two values look the same of which one is beyond the other. */
    private static String toldApart(String words, double value, String bound, double limit) {
        if (value == limit || !words.equals(bound)) {
            return words;
        }
        return (value > limit ? "just over " : "just under ") + words;
    }

    /** Whole where that is enough to tell, else in two digits or three. */
    static String number(double value) {
        boolean isWhole = value == Math.rint(value) || Math.abs(value) >= 100;
        if (isWhole) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return Math.abs(value) < 1 ? String.format(Locale.ROOT, "%.2f", value) : Facts.decimal(value);
    }
}
