package dev.tocsin.enrich;

import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;

/**
 * Reads how an address hides who is behind it.
 *
 * <p>Several flags may be set at once, and the one that says most wins. A Tor exit is one wherever it is hosted.
 * {@code is_anonymous_vpn} is a provider known by name, while {@code is_hosting_provider} means "hosting or VPN" in
 * MaxMind's own words: an address with both is a VPN, which ordinary people use, and not a rented server. A proxy in a
 * data centre counts as the data centre; every other proxy, like a VPN, is somewhere else than its user.
 */
final class AnonymousRecord {
    private AnonymousRecord() {}

    static AddressInfo read(Fields fields) {
        Network network = network(fields);
        return network == Network.UNKNOWN
                ? AddressInfo.UNKNOWN
                : new AddressInfo(null, null, null, 0, Source.NO_ASN, network);
    }

    private static Network network(Fields fields) {
        if (fields.isTrue("is_tor_exit_node")) {
            return Network.TOR;
        }
        if (fields.isTrue("is_anonymous_vpn")) {
            return Network.VPN;
        }
        if (fields.isTrue("is_hosting_provider")) {
            return Network.HOSTING;
        }
        boolean hidden = fields.isTrue("is_public_proxy")
                || fields.isTrue("is_residential_proxy")
                || fields.isTrue("is_anonymous");
        return hidden ? Network.VPN : Network.UNKNOWN;
    }
}
