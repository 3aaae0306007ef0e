package dev.tocsin.detection;

import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.Day;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Known;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Login;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;
import dev.tocsin.account.Trust;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules and words that the novelty detectors share. */
final class Novelty {
    /** What it takes to become known, in words. */
    static final String LADDER =
            "known after %s logins on %s days, or one with MFA".formatted(Known.LOGINS_FOR_TRUST, Known.DAYS_FOR_TRUST);

    private Novelty() {}

    /** How the network and a second factor move the severity of what is new. */
    static int steps(Login login) {
        return networkStep(login.source().network()) - (login.passedMfa() ? 1 : 0);
    }

    /** The catalogue's modifier: wandering exits weigh one step less, data centres and Tor one more. */
    static int networkStep(Network network) {
        if (network.isSuspicious()) {
            return 1;
        }
        return network.wanders() ? -1 : 0;
    }

    static String knownCountries(AccountMemory memory, long atMillis) {
        return known(memory.countries(), atMillis, Source::countryOfKey);
    }

    /** The known things of a kind, or "none". */
    static String known(KnownSet set, long atMillis, LongFunction<String> name) {
        String known = set.entries().stream()
                .filter(one -> one.trustOn(Day.of(atMillis)) == Trust.KNOWN)
                .map(one -> name.apply(one.key()))
                .collect(Collectors.joining(" "));
        return known.isEmpty() ? "none" : known;
    }

    static String trustWords(Trust trust) {
        return trust == Trust.UNSEEN ? "unseen" : "on probation";
    }

    static String deviceWords(Source source, boolean known) {
        if (source.device() == Hash64.NONE) {
            return "device not given";
        }
        return known ? "known device" : "new device";
    }

    static String networkWords(long asn) {
        return "AS" + asn;
    }

    static @Nullable Long asn(Source source) {
        return source.asn() == Source.NO_ASN ? null : source.asn();
    }
}
