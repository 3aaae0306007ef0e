package dev.tocsin.codec;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.AttemptBaseline;
import dev.tocsin.account.AttemptWindow;
import dev.tocsin.account.Mark;
import dev.tocsin.account.MfaPass;
import dev.tocsin.account.Transition;
import dev.tocsin.account.Travels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account's memory in the state, field after field, days and hours as distances from the state's base time. */
final class MemoryBytes {
    private static final long BUCKET_MILLIS = AttemptWindow.BUCKET_SECONDS * 1000L;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int TRAIL_SHIFT = 3;
    private static final int STANDING_SHIFT = 7;
    private static final Codes<Mark.Trail> TRAILS = new Codes<>(Mark.Trail.class);
    private static final Codes<Mark.Standing> STANDINGS = new Codes<>(Mark.Standing.class);

    private MemoryBytes() {}

    static void write(Out out, AccountMemory memory, String accountId) {
        out.millis(memory.learningSinceMillis())
                .number(memory.learnedLogins() * 2L + (memory.relearning() ? 1 : 0))
                .millis(memory.lastSuccessMillis());
        HabitBytes.write(out, memory.habits());
        EventBytes positions = new EventBytes(accountId);
        out.list(memory.positions(), login -> positions.write(out, login));
        out.list(memory.travels().transitions(), transition -> transition(out, transition));
        TraceBytes.landmarks(out, memory.landmarks(), accountId);
        out.list(memory.sessions(), session -> TraceBytes.session(out, session));
        EventBytes changes = new EventBytes(accountId);
        out.list(memory.changes(), change -> changes.write(out, change));
        out.list(memory.destinations(), out::bits);
        mfa(out, memory.lastMfa());
        window(out, memory.window());
        baseline(out, memory.baseline());
        TraceBytes.bursts(out, memory.bursts());
        out.list(memory.marks(), mark -> mark(out, mark));
    }

    static AccountMemory read(In in, String accountId) {
        EventBytes changes = new EventBytes(accountId);
        long learningSince = in.millis();
        int learned = in.small();
        return new AccountMemory(
                learningSince,
                learned >>> 1,
                (learned & 1) == 1,
                in.millis(),
                HabitBytes.read(in),
                travels(in, accountId),
                TraceBytes.landmarks(in, accountId),
                in.list(() -> TraceBytes.session(in)),
                in.list(() -> changes.readChange(in)),
                in.list(in::bits),
                mfa(in),
                window(in),
                baseline(in),
                TraceBytes.bursts(in),
                in.list(() -> mark(in)));
    }

    private static Travels travels(In in, String accountId) {
        EventBytes positions = new EventBytes(accountId);
        return new Travels(in.list(() -> positions.readLogin(in)), in.list(() -> transition(in)));
    }

    private static void transition(Out out, Transition transition) {
        out.bits(transition.key()).number(transition.times());
    }

    private static Transition transition(In in) {
        return new Transition(in.bits(), in.small());
    }

    private static void mfa(Out out, @Nullable MfaPass pass) {
        out.number(pass == null ? 0 : 1);
        if (pass != null) {
            out.millis(pass.atMillis()).bits(pass.device());
        }
    }

    private static @Nullable MfaPass mfa(In in) {
        return in.small() == 0 ? null : new MfaPass(in.millis(), in.bits());
    }

    private static void window(Out out, AttemptWindow window) {
        long base = Math.floorDiv(out.baseMillis(), BUCKET_MILLIS);
        out.list(window.buckets(), bucket -> out.number(base - bucket.start()).number(bucket.count()));
        if (!window.buckets().isEmpty()) {
            out.bits(window.device());
        }
    }

    private static AttemptWindow window(In in) {
        long base = Math.floorDiv(in.baseMillis(), BUCKET_MILLIS);
        List<AttemptWindow.Bucket> buckets = in.list(() -> new AttemptWindow.Bucket(base - in.number(), in.small()));
        return buckets.isEmpty() ? AttemptWindow.EMPTY : new AttemptWindow(new ArrayList<>(buckets), in.bits());
    }

    private static void baseline(Out out, AttemptBaseline baseline) {
        out.number(Math.floorDiv(out.baseMillis(), HOUR_MILLIS) - baseline.hour())
                .number(baseline.count());
        out.real(baseline.mean()).real(baseline.meanSquare());
    }

    private static AttemptBaseline baseline(In in) {
        return new AttemptBaseline(
                Math.floorDiv(in.baseMillis(), HOUR_MILLIS) - in.number(), in.small(), in.real(), in.real());
    }

    static void mark(Out out, Mark mark) {
        out.bits(mark.key())
                .number(mark.rank()
                        | (TRAILS.of(mark.trail()) << TRAIL_SHIFT)
                        | (STANDINGS.of(mark.standing()) << STANDING_SHIFT))
                .millis(mark.atMillis());
    }

    static Mark mark(In in) {
        long key = in.bits();
        int kind = in.small();
        return new Mark(
                key,
                kind & 7,
                in.millis(),
                TRAILS.constant((kind >>> TRAIL_SHIFT) & 15),
                STANDINGS.constant(kind >>> STANDING_SHIFT));
    }
}
