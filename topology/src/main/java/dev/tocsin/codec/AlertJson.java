package dev.tocsin.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Alerts as plain JSON with the contract's field names. */
public final class AlertJson {
    private AlertJson() {}

    public static ObjectNode write(AlertMessage message) {
        return ContractJson.write(AlertRecords.of(message));
    }
}
