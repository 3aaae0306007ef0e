package dev.tocsin.codec;

import java.time.Instant;
import java.util.List;

/** Alerts of one account as bytes, for whoever has to put them aside; written and read by one release. */
public final class AlertCodec {
    private static final byte[] NONE = {};

    private AlertCodec() {}

    public static byte[] write(List<AlertMessage> alerts) {
        if (alerts.isEmpty()) {
            return NONE;
        }
        Out out = new Out(alerts.get(0).raisedAt().toEpochMilli());
        out.number(out.baseMillis());
        out.number(alerts.size());
        for (AlertMessage message : alerts) {
            out.number(message.withdrawn() ? 1 : 0).millis(message.raisedAt().toEpochMilli());
            AlertBytes.write(out, message.alert());
        }
        return out.toBytes();
    }

    /** Reads alerts that were not suppressed: what silences an alert is not written. */
    public static List<AlertMessage> read(byte[] bytes, String accountId) {
        if (bytes.length == 0) {
            return List.of();
        }
        In in = new In(bytes, 0);
        in.base(in.number());
        int size = in.small();
        List<AlertMessage> alerts = In.listOf(size);
        for (int i = 0; i < size; i++) {
            boolean withdrawn = in.small() == 1;
            Instant raisedAt = Instant.ofEpochMilli(in.millis());
            alerts.add(new AlertMessage(AlertBytes.read(in, accountId), withdrawn, raisedAt));
        }
        return alerts;
    }
}
