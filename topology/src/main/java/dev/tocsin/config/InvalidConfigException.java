package dev.tocsin.config;

import dev.tocsin.yaml.Fault;
import dev.tocsin.yaml.InvalidDocumentException;
import java.util.List;

/** A configuration that the application cannot start with. */
public final class InvalidConfigException extends InvalidDocumentException {
    private static final long serialVersionUID = 1L;

    InvalidConfigException(String document, List<Fault> faults) {
        super(document, faults);
    }
}
