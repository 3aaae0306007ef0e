package dev.tocsin.detection;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Burst;
import dev.tocsin.account.Source;
import java.util.List;

/** Tells where the events of a burst came from. */
final class Origins {
    private Origins() {}

    /** True when one device made all of them, and the account knows it. */
    static boolean isOneKnownDevice(List<Burst.Hit> hits, AccountMemory before, long at) {
        int device = hits.get(0).origin().device();
        return device != 0
                && hits.stream().allMatch(hit -> hit.origin().device() == device)
                && before.devices().knowsAny(at, known -> (int) known.key() == device);
    }

    /** True when all of them came from a source's device or, where none is given, its network. */
    static boolean areAll(List<Burst.Hit> hits, Source source) {
        Burst.Origin own = Burst.Origin.of(source);
        return hits.stream().allMatch(hit -> isSame(own, hit.origin()));
    }

    /** True when a source's device, or, where none is given, its network, is among them. */
    static boolean include(List<Burst.Hit> hits, Source source) {
        Burst.Origin own = Burst.Origin.of(source);
        return hits.stream().map(Burst.Hit::origin).anyMatch(origin -> isSame(own, origin));
    }

    private static boolean isSame(Burst.Origin own, Burst.Origin other) {
        boolean haveDevices = own.device() != 0 && other.device() != 0;
        return haveDevices ? own.device() == other.device() : own.network() != 0 && own.network() == other.network();
    }
}
