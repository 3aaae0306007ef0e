package dev.tocsin.detection;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Day;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Known;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import dev.tocsin.account.Trust;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules and words that the novelty detectors share. */
final class Novelty {
    private Novelty() {}

    /** The catalogue's modifier: wandering exits weigh one step less, data centres and Tor one more. */
    static int networkStep(Network network) {
        if (network.isSuspicious()) {
            return 1;
        }
        return network.wanders() ? -1 : 0;
    }

    static String knownCountries(AccountMemory memory, long atMillis) {
        String known = memory.countries().entries().stream()
                .filter(country -> country.trustOn(Day.of(atMillis)) == Trust.KNOWN)
                .map(Known::key)
                .map(Source::countryOfKey)
                .collect(Collectors.joining(" "));
        return known.isEmpty() ? "none" : known;
    }

    static String deviceWords(Source source, boolean known) {
        if (source.device() == Hash64.NONE) {
            return "device not given";
        }
        return known ? "known device" : "new device";
    }

    static @Nullable Long asn(Source source) {
        return source.asn() == Source.NO_ASN ? null : source.asn();
    }
}
