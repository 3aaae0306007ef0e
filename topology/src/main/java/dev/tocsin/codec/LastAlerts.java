package dev.tocsin.codec;

import dev.tocsin.alerting.Alert;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last alerts of a stored account, read when somebody looks at one. Hardly any event makes anybody look; the others pass
 * the bytes on, in which times are therefore told from the newest alert and not from the account's newest event.
 */
final class LastAlerts extends AbstractList<Alert> {
    private final In section;
    private final int size;
    private final String accountId;
    private @Nullable List<Alert> alerts;

    private LastAlerts(In section, int size, String accountId) {
        this.section = section;
        this.size = size;
        this.accountId = accountId;
    }

    static List<Alert> read(In in, String accountId) {
        int size = in.small();
        return size == 0 ? List.of() : new LastAlerts(in.section(), size, accountId);
    }

    static void write(Out out, List<Alert> alerts) {
        out.number(alerts.size());
        if (alerts instanceof LastAlerts unread) {
            unread.section.to(out);
        } else if (!alerts.isEmpty()) {
            long base = alerts.get(alerts.size() - 1).occurredAt().toEpochMilli();
            Out section = new Out(base).number(base);
            alerts.forEach(alert -> AlertBytes.write(section, alert));
            out.section(section);
        }
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
            In in = section.copy();
            in.base(in.number());
            read = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                read.add(AlertBytes.read(in, accountId));
            }
            alerts = read;
        }
        return read;
    }
}
