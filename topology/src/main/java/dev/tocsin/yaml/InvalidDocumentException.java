package dev.tocsin.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be used as it is; the message lists every fault. */
public abstract class InvalidDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param document how the person knows it, such as its file's name */
    protected InvalidDocumentException(String document, List<Fault> faults) {
        super(message(document, faults));
        this.faults = List.copyOf(faults);
    }

    private static String message(String document, List<Fault> faults) {
        return faults.size() == 1
                ? document + ": " + faults.get(0)
                : faults.stream()
                        .map(fault -> "\n  - " + fault)
                        .collect(Collectors.joining("", document + " has " + faults.size() + " faults:", ""));
    }

    /** In the order of the document. */
    public List<Fault> faults() {
        return faults;
    }
}
