package dev.tocsin.enrich;

import dev.tocsin.account.AddressInfo;

/** What a database of addresses can be asked for. */
public enum DatabaseKind {
    CITY("city-database", "places", "City or Country"),
    ASN("asn-database", "autonomous systems", "ASN"),
    ANONYMOUS_IP("anonymous-ip-database", "anonymous networks", "Anonymous-IP");

    private final String key;
    private final String subject;
    private final String wanted;

    DatabaseKind(String key, String subject, String wanted) {
        this.key = key;
        this.subject = subject;
        this.wanted = wanted;
    }

    /** What configuration, command line and metrics call it. */
    public String key() {
        return key;
    }

    AddressInfo read(Fields fields) {
        return switch (this) {
            case CITY -> PlaceRecord.read(fields);
            case ASN -> AsnRecord.read(fields);
            case ANONYMOUS_IP -> AnonymousRecord.read(fields);
        };
    }

    /** The sentence for a database that is of another kind. */
    String refusal(String type) {
        return "is a database of the type " + type + " and names no " + subject + "; give one of the kind " + wanted;
    }
}
