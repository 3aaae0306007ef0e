package dev.tocsin.detection;

import java.util.Arrays;

/** What keeps a detector from telling, by the reason of a {@link Finding.NotEvaluable}, and what would help. */
public enum Missing {
    NO_ASN("no-asn", "network", "source.asn, or source.ip and an ASN database"),
    NO_CITY("no-city", "city", "source.city with latitude and longitude, or source.ip and a city database"),
    NO_COUNTRY("no-country", "country", "source.country, or source.ip and a city database"),
    NO_DESTINATION(
            "no-destination", "destination", "old_value_hash and new_value_hash, on this change and those before it"),
    NO_DEVICE("no-device", "device", "source.device_id"),
    NO_NETWORK("no-network", "kind of network", "source.network, or source.ip and an anonymous-IP database"),
    NO_POSITION("no-position", "position", "source.latitude and longitude, or a public source.ip and a city database"),
    NO_SESSION("no-session", "session", "source.session_id"),
    NO_SOURCE("no-source", "source", "source.device_id, asn or country, or source.ip and databases"),
    NO_KNOWN_CITY("no-known-city", "known city", "none with a position", "one or more", "time: no city is known yet"),
    NOTHING_KNOWN(
            "nothing-known", "known things", "none yet", "one or more", "time: nothing is known yet to differ from"),
    LATE(
            "late",
            "arrival",
            "later than the grace",
            "within the grace",
            "earlier arrival: what was counted around so old an event is gone");

    private final String reason;
    private final String what;
    private final String seen;
    private final String needed;
    private final String remedy;

    Missing(String reason, String what, String fields) {
        this(reason, what, "not given", "given", fields);
    }

    Missing(String reason, String what, String seen, String needed, String remedy) {
        this.reason = reason;
        this.what = what;
        this.seen = seen;
        this.needed = needed;
        this.remedy = remedy;
    }

    /**
     * Finds it.
     *
     * @throws IllegalArgumentException for a reason that no detector gives
     */
    public static Missing of(String reason) {
        return Arrays.stream(values())
                .filter(missing -> missing.reason.equals(reason))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(reason));
    }

    String what() {
        return what;
    }

    String seen() {
        return seen;
    }

    String needed() {
        return needed;
    }

    /** Which fields of an event, in the contract's names, would provide it; or what else would help. */
    public String remedy() {
        return remedy;
    }
}
