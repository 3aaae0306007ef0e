package dev.tocsin.codec;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.AttemptBaseline;
import dev.tocsin.account.AttemptWindow;
import dev.tocsin.account.Day;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Known;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Mark;
import dev.tocsin.account.MfaPass;
import dev.tocsin.account.Transition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account's memory in the state, field after field, days and hours as distances from the state's base time. */
final class MemoryBytes {
    private static final long BUCKET_MILLIS = AttemptWindow.BUCKET_SECONDS * 1000L;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int PROMOTED = 16;
    private static final int POSITION = 32;

    private MemoryBytes() {}

    static void write(Out out, AccountMemory memory, String accountId) {
        out.millis(memory.learningSinceMillis()).number(memory.learnedLogins()).millis(memory.lastSuccessMillis());
        known(out, memory.countries(), out::number);
        known(out, memory.cities(), out::bits);
        known(out, memory.networks(), out::number);
        known(out, memory.devices(), out::bits);
        EventBytes positions = new EventBytes(accountId);
        out.list(memory.positions(), login -> positions.write(out, login));
        out.list(memory.transitions(), transition -> transition(out, transition));
        EventBytes changes = new EventBytes(accountId);
        out.list(memory.changes(), change -> changes.write(out, change));
        out.list(memory.destinations(), out::bits);
        mfa(out, memory.lastMfa());
        window(out, memory.window());
        baseline(out, memory.baseline());
        out.list(memory.marks(), mark -> mark(out, mark));
    }

    static AccountMemory read(In in, String accountId) {
        EventBytes positions = new EventBytes(accountId);
        EventBytes changes = new EventBytes(accountId);
        return new AccountMemory(
                in.millis(),
                in.small(),
                in.millis(),
                known(in, in::number),
                known(in, in::bits),
                known(in, in::number),
                known(in, in::bits),
                in.list(() -> positions.readLogin(in)),
                in.list(() -> transition(in)),
                in.list(() -> changes.readChange(in)),
                in.list(in::bits),
                mfa(in),
                window(in),
                baseline(in),
                in.list(() -> mark(in)));
    }

    private interface KeyWriter {
        Out write(long key);
    }

    private interface KeyReader {
        long read();
    }

    private static void known(Out out, KnownSet set, KeyWriter keys) {
        int today = Day.of(out.baseMillis());
        out.list(set.entries(), known -> {
            keys.write(known.key());
            out.number(today - known.lastDay()).number(known.lastDay() - known.firstDay());
            GeoPoint position = known.position();
            out.number(known.logins()
                    | (known.days() << 2)
                    | (known.promoted() ? PROMOTED : 0)
                    | (position == null ? 0 : POSITION));
            if (position != null) {
                SourceBytes.position(out, position, known.radiusKm());
            }
        });
    }

    private static KnownSet known(In in, KeyReader keys) {
        int today = Day.of(in.baseMillis());
        return new KnownSet(in.list(() -> {
            long key = keys.read();
            int lastDay = today - in.small();
            int firstDay = lastDay - in.small();
            int flags = in.small();
            GeoPoint position = SourceBytes.has(flags, POSITION) ? new GeoPoint(in.small(), in.small()) : null;
            int radiusKm = position == null ? 0 : in.small();
            boolean promoted = SourceBytes.has(flags, PROMOTED);
            return new Known(key, firstDay, lastDay, flags & 3, (flags >>> 2) & 3, promoted, position, radiusKm);
        }));
    }

    private static void transition(Out out, Transition transition) {
        out.bits(transition.key()).number(transition.days()).number(Day.of(out.baseMillis()) - transition.lastDay());
    }

    private static Transition transition(In in) {
        return new Transition(in.bits(), in.small(), Day.of(in.baseMillis()) - in.small());
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
        out.bits(mark.key()).number(mark.rank()).millis(mark.atMillis());
    }

    static Mark mark(In in) {
        return new Mark(in.bits(), in.small(), in.millis());
    }
}
