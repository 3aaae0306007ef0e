package dev.tocsin.loadtest.chaos;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which kinds of faults are wanted. */
final class FaultKinds {
    private FaultKinds() {}

    /**
     * From {@code kill,wipe}; all kinds for null, none for {@code none}.
     *
     * @throws ChaosException when there is no such kind
     */
    static Set<Fault> parse(@Nullable String text) {
        if (text == null) {
            return EnumSet.allOf(Fault.class);
        }
        Set<Fault> kinds = EnumSet.noneOf(Fault.class);
        if (!text.equals("none")) {
            for (String id : text.split(",", -1)) {
                kinds.add(find(id.strip()));
            }
        }
        return kinds;
    }

    /**
     * Refuses what was asked for by name and cannot be done here.
     *
     * @throws ChaosException when a disk is to be filled and this user may not mount one
     */
    static void checkPermitted(Set<Fault> kinds) {
        if (kinds.contains(Fault.FILL_DISK) && !SmallDisk.isPermitted()) {
            throw ChaosException.ofUsage(
                    "--faults: fill-disk needs the right to mount a tmpfs, which this user does not have.");
        }
    }

    private static Fault find(String id) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ChaosException.ofUsage("--faults: there is no kind " + id + "; there are "
                        + Arrays.stream(Fault.values()).map(Fault::id).collect(Collectors.joining(", "))
                        + ", or none."));
    }
}
