package dev.tocsin.loadtest.traffic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account's owner, and the habits that the detector is to learn.
 *
 * @param loginsPerDay on average
 * @param phoneShare of the logins that come from the phone: 0 and 1 for people with one device only
 * @param newPhone if the phone was replaced
 * @param mobile the gateway through which the phone leaves its carrier's network
 * @param office if there is one to log in from
 * @param vpn if some logins go through one
 * @param payout keyed hash of where a seller's money goes
 */
record Person(
        int index,
        String accountId,
        String segment,
        double loginsPerDay,
        double phoneShare,
        boolean usesMfa,
        Device laptop,
        Device phone,
        @Nullable NewPhone newPhone,
        Access home,
        Access mobile,
        @Nullable Access office,
        @Nullable Access vpn,
        @Nullable Trip trip,
        @Nullable String payout) {
    /** The phone that somebody has from some moment on. */
    record NewPhone(Device device, Instant since) {}

    /** The phone in the pocket at a moment. */
    Device phoneAt(Instant at) {
        return newPhone == null || at.isBefore(newPhone.since()) ? phone : newPhone.device();
    }

    boolean isSeller() {
        return payout != null;
    }

    Device mainDevice() {
        return phoneShare < 0.5 ? laptop : phone;
    }

    City city() {
        return home.city();
    }
}
