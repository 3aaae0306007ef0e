package dev.tocsin.thresholds;

import dev.tocsin.yaml.Fault;
import dev.tocsin.yaml.InvalidDocumentException;
import java.util.List;

/** A thresholds document that cannot be used as it is; nothing of it is in force. */
public final class InvalidThresholdsException extends InvalidDocumentException {
    private static final long serialVersionUID = 1L;

    InvalidThresholdsException(String document, List<Fault> faults) {
        super(document, faults);
    }
}
