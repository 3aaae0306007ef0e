package dev.tocsin.detection;

import dev.tocsin.alerting.Alert;
import dev.tocsin.testing.TestAccount;

/** The latest alert that a detector raised for an account, and its words. */
final class Told {
    private Told() {}

    static Alert last(TestAccount account, String detector) {
        return account.alerts(detector).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    static Wording of(TestAccount account, String detector) {
        return of(last(account, detector).signal());
    }

    static Wording of(Signal signal) {
        return detector(signal.detector()).tell(signal.severity(), signal.facts());
    }

    static Detector detector(String id) {
        DetectorCatalog.Item<?> item = DetectorCatalog.find(id).orElseThrow();
        return item.withSettings(item.defaults());
    }
}
