package dev.tocsin.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Collects what is wrong with one document, so that a person is told everything at once. */
public final class Faults {
    private final Function<List<Fault>, InvalidDocumentException> refusal;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * Starts a collection for one document.
     *
     * @param refusal makes the exception that names the document and its faults
     */
    public Faults(Function<List<Fault>, InvalidDocumentException> refusal) {
        this.refusal = refusal;
    }

    public void add(Fault fault) {
        if (!faults.contains(fault)) {
            faults.add(fault);
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
