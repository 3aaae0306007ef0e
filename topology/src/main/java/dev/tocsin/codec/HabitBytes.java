package dev.tocsin.codec;

import dev.tocsin.account.Day;
import dev.tocsin.account.GeoPoint;
import dev.tocsin.account.Habits;
import dev.tocsin.account.HourProfile;
import dev.tocsin.account.Known;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Source;
import java.util.List;

/** An account's habits in the state: known things with days as distances from the state's base time. */
final class HabitBytes {
    private static final int PROMOTED = 16;
    private static final int POSITION = 32;
    private static final int AGENT = 64;

    private HabitBytes() {}

    static void write(Out out, Habits habits) {
        known(out, habits.countries(), false);
        known(out, habits.cities(), true);
        known(out, habits.networks(), false);
        known(out, habits.devices(), true);
        known(out, habits.networkKinds(), false);
        HourProfile hours = habits.hours();
        out.number(hours.logins());
        if (hours.logins() > 0) {
            out.real(hours.x()).real(hours.y());
        }
    }

    static Habits read(In in) {
        return new Habits(
                known(in, false), known(in, true), known(in, false), known(in, true), known(in, false), hours(in));
    }

    private static HourProfile hours(In in) {
        int logins = in.small();
        return logins == 0 ? HourProfile.EMPTY : new HourProfile(logins, in.real(), in.real());
    }

    /** @param isHash keys of eight bytes, others are numbers */
    private static void known(Out out, KnownSet set, boolean isHash) {
        int today = Day.of(out.baseMillis());
        out.number(set.entries().size());
        for (int i = 0; i < set.entries().size(); i++) {
            Known known = set.entries().get(i);
            Out after = isHash ? out.bits(known.key()) : out.number(known.key());
            after.number(today - known.lastDay()).number(known.lastDay() - known.firstDay());
            out.number(flags(known));
            if (known.position() != null) {
                SourceBytes.position(out, known.position(), known.radiusKm());
            }
            if (known.agent() != Source.NO_AGENT) {
                out.bits32(known.agent());
            }
        }
    }

    private static int flags(Known known) {
        return known.logins()
                | (known.days() << 2)
                | (known.promoted() ? PROMOTED : 0)
                | (known.position() == null ? 0 : POSITION)
                | (known.agent() == Source.NO_AGENT ? 0 : AGENT);
    }

    private static KnownSet known(In in, boolean isHash) {
        int today = Day.of(in.baseMillis());
        int size = in.small();
        List<Known> entries = In.listOf(size);
        for (int i = 0; i < size; i++) {
            entries.add(known(in, isHash ? in.bits() : in.number(), today));
        }
        return new KnownSet(entries);
    }

    private static Known known(In in, long key, int today) {
        int lastDay = today - in.small();
        int firstDay = lastDay - in.small();
        int flags = in.small();
        GeoPoint position = SourceBytes.has(flags, POSITION) ? new GeoPoint(in.small(), in.small()) : null;
        int radiusKm = position == null ? 0 : in.small();
        int agent = SourceBytes.has(flags, AGENT) ? in.bits32() : Source.NO_AGENT;
        boolean promoted = SourceBytes.has(flags, PROMOTED);
        return new Known(key, firstDay, lastDay, flags & 3, (flags >>> 2) & 3, promoted, position, radiusKm, agent);
    }
}
