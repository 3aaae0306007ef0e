package dev.tocsin.enrich;

import dev.tocsin.account.AddressInfo;
import dev.tocsin.account.Network;
import dev.tocsin.account.Source;

/** Reads the number of the autonomous system, which MaxMind and DB-IP keep under one name. */
final class AsnRecord {
    /** 32 bits since RFC 6793. */
    private static final long MAX_ASN = 4_294_967_295L;

    private AsnRecord() {}

    static AddressInfo read(Fields fields) {
        Number number = fields.number("autonomous_system_number");
        long asn = number == null ? Source.NO_ASN : number.longValue();
        return asn > 0 && asn <= MAX_ASN
                ? new AddressInfo(null, null, null, 0, asn, Network.UNKNOWN)
                : AddressInfo.UNKNOWN;
    }
}
