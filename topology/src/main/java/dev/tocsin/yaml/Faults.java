package dev.tocsin.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Collects what is wrong with one document, so that a person is told everything at once. */
public final class Faults {
    /** With more of them it is another kind of file, and no list for a person; it bounds what such a file costs. */
    static final int MAX = 1_000;

    private final Function<List<Fault>, InvalidDocumentException> refusal;
    private final Set<Fault> faults = new LinkedHashSet<>();

    /**
     * Starts a collection for one document.
     *
     * @param refusal makes the exception that names the document and its faults
     */
    public Faults(Function<List<Fault>, InvalidDocumentException> refusal) {
        this.refusal = refusal;
    }

    /** Notes a fault; reading stops at the {@value #MAX}th. */
    public void add(Fault fault) {
        faults.add(fault);
        if (faults.size() >= MAX) {
            throwIfAny();
        }
    }

    /** The exception for a fault that leaves nothing to read on. */
    InvalidDocumentException stoppedBy(String sentence, int line) {
        return refusal.apply(List.of(new Fault("", sentence, line)));
    }

    /** Refuses the document if anything was wrong with it. */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw refusal.apply(
                    faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList());
        }
    }
}
