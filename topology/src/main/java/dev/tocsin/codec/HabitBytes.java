package dev.tocsin.codec;

import dev.tocsin.account.Day;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Habits;
import dev.tocsin.account.HourProfile;
import dev.tocsin.account.Known;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Source;

/** An account's habits in the state: known things with days as distances from the state's base time. */
final class HabitBytes {
    private static final int PROMOTED = 16;
    private static final int POSITION = 32;
    private static final int AGENT = 64;

    private HabitBytes() {}

    static void write(Out out, Habits habits) {
        known(out, habits.countries(), out::number);
        known(out, habits.cities(), out::bits);
        known(out, habits.networks(), out::number);
        known(out, habits.devices(), out::bits);
        known(out, habits.networkKinds(), out::number);
        HourProfile hours = habits.hours();
        out.number(hours.logins());
        if (hours.logins() > 0) {
            out.real(hours.x()).real(hours.y());
        }
    }

    static Habits read(In in) {
        return new Habits(
                known(in, in::number),
                known(in, in::bits),
                known(in, in::number),
                known(in, in::bits),
                known(in, in::number),
                hours(in));
    }

    private static HourProfile hours(In in) {
        int logins = in.small();
        return logins == 0 ? HourProfile.EMPTY : new HourProfile(logins, in.real(), in.real());
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
            out.number(flags(known));
            if (known.position() != null) {
                SourceBytes.position(out, known.position(), known.radiusKm());
            }
            if (known.agent() != Source.NO_AGENT) {
                out.bits32(known.agent());
            }
        });
    }

    private static int flags(Known known) {
        return known.logins()
                | (known.days() << 2)
                | (known.promoted() ? PROMOTED : 0)
                | (known.position() == null ? 0 : POSITION)
                | (known.agent() == Source.NO_AGENT ? 0 : AGENT);
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
            int agent = SourceBytes.has(flags, AGENT) ? in.bits32() : Source.NO_AGENT;
            boolean promoted = SourceBytes.has(flags, PROMOTED);
            return new Known(key, firstDay, lastDay, flags & 3, (flags >>> 2) & 3, promoted, position, radiusKm, agent);
        }));
    }
}
