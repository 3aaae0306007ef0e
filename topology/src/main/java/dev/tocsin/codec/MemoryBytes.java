package dev.tocsin.codec;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.AttemptBaseline;
import dev.tocsin.account.AttemptWindow;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mark;
import dev.tocsin.account.MfaPass;
import dev.tocsin.account.Transition;
import dev.tocsin.account.Travels;
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
        travels(out, memory.travels(), accountId);
        TraceBytes.landmarks(out, memory.landmarks(), accountId);
        TraceBytes.sessions(out, memory.sessions());
        changes(out, memory.changes(), accountId);
        destinations(out, memory.destinations());
        mfa(out, memory.lastMfa());
        window(out, memory.window());
        baseline(out, memory.baseline());
        TraceBytes.bursts(out, memory.bursts());
        marks(out, memory.marks());
    }

    static AccountMemory read(In in, String accountId) {
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
                TraceBytes.sessions(in),
                changes(in, accountId),
                destinations(in),
                mfa(in),
                window(in),
                baseline(in),
                TraceBytes.bursts(in),
                marks(in));
    }

    private static void travels(Out out, Travels travels, String accountId) {
        EventBytes logins = new EventBytes(accountId);
        out.number(travels.positions().size());
        for (int i = 0; i < travels.positions().size(); i++) {
            Login position = travels.positions().get(i);
            logins.write(out, position);
        }
        out.number(travels.transitions().size());
        for (int i = 0; i < travels.transitions().size(); i++) {
            Transition transition = travels.transitions().get(i);
            out.bits(transition.key()).number(transition.times());
        }
    }

    private static Travels travels(In in, String accountId) {
        EventBytes logins = new EventBytes(accountId);
        int places = in.small();
        List<Login> positions = In.listOf(places);
        for (int i = 0; i < places; i++) {
            positions.add(logins.readLogin(in));
        }
        int ways = in.small();
        List<Transition> transitions = In.listOf(ways);
        for (int i = 0; i < ways; i++) {
            transitions.add(new Transition(in.bits(), in.small()));
        }
        return new Travels(positions, transitions);
    }

    private static void changes(Out out, List<AccountChange> changes, String accountId) {
        EventBytes events = new EventBytes(accountId);
        out.number(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            AccountChange change = changes.get(i);
            events.write(out, change);
        }
    }

    private static List<AccountChange> changes(In in, String accountId) {
        EventBytes events = new EventBytes(accountId);
        int size = in.small();
        List<AccountChange> changes = In.listOf(size);
        for (int i = 0; i < size; i++) {
            changes.add(events.readChange(in));
        }
        return changes;
    }

    private static void destinations(Out out, List<Long> destinations) {
        out.number(destinations.size());
        for (int i = 0; i < destinations.size(); i++) {
            out.bits(destinations.get(i));
        }
    }

    private static List<Long> destinations(In in) {
        int size = in.small();
        List<Long> destinations = In.listOf(size);
        for (int i = 0; i < size; i++) {
            destinations.add(in.bits());
        }
        return destinations;
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
        out.number(window.buckets().size());
        for (int i = 0; i < window.buckets().size(); i++) {
            AttemptWindow.Bucket bucket = window.buckets().get(i);
            out.number(base - bucket.start()).number(bucket.count());
        }
        if (!window.buckets().isEmpty()) {
            out.bits(window.device());
        }
    }

    private static AttemptWindow window(In in) {
        long base = Math.floorDiv(in.baseMillis(), BUCKET_MILLIS);
        int size = in.small();
        if (size == 0) {
            return AttemptWindow.EMPTY;
        }
        List<AttemptWindow.Bucket> buckets = In.listOf(size);
        for (int i = 0; i < size; i++) {
            buckets.add(new AttemptWindow.Bucket(base - in.number(), in.small()));
        }
        return new AttemptWindow(buckets, in.bits());
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

    static void marks(Out out, List<Mark> marks) {
        out.number(marks.size());
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            out.bits(mark.key())
                    .number(mark.rank()
                            | (TRAILS.of(mark.trail()) << TRAIL_SHIFT)
                            | (STANDINGS.of(mark.standing()) << STANDING_SHIFT))
                    .millis(mark.atMillis());
        }
    }

    static List<Mark> marks(In in) {
        int size = in.small();
        List<Mark> marks = In.listOf(size);
        for (int i = 0; i < size; i++) {
            marks.add(mark(in));
        }
        return marks;
    }

    private static Mark mark(In in) {
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
