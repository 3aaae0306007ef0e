package dev.tocsin.codec;

import dev.tocsin.alerting.Alert;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last alerts of a stored account, read when somebody looks at one. Hardly any event makes anybody look, and the bytes
 * can be written on without: only their times change, which are told from the account's newest event.
 */
final class UnreadAlerts extends AbstractList<Alert> {
    private final In bytes;
    private final int size;
    private final String accountId;
    private @Nullable List<Alert> alerts;

    /**
     * A list.
     *
     * @param bytes at the first of them; must not be read on
     */
    UnreadAlerts(In bytes, int size, String accountId) {
        this.bytes = bytes;
        this.size = size;
        this.accountId = accountId;
    }

    @Override
    public Alert get(int index) {
        return read().get(index);
    }

    @Override
    public int size() {
        return size;
    }

    private List<Alert> read() {
        List<Alert> read = alerts;
        if (read == null) {
            In in = bytes.fromHere();
            read = in.list(size, () -> AlertBytes.read(in, accountId));
            alerts = read;
        }
        return read;
    }

    void write(Out out) {
        out.number(size);
        In in = bytes.fromHere();
        for (int i = 0; i < size; i++) {
            AlertBytes.copy(in, out);
        }
    }
}
