package dev.tocsin.thresholds;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the segments: what is given in one is merged over what is given for everybody. */
final class SegmentReader {
    /** Each is a set of rules of its own, tried out before it is used. */
    static final int MAX_SEGMENTS = 100;

    static final int MAX_ACCOUNTS = 10_000;

    static final Value<String> ACCOUNT = Value.TEXT.where(
            "an account id of at most " + AccountEvent.MAX_ACCOUNT_ID_BYTES + " bytes",
            text -> bytes(text) <= AccountEvent.MAX_ACCOUNT_ID_BYTES);

    private final Section segments;
    private final Map<String, String> segmentByAccount = new HashMap<>();

    private SegmentReader(Section segments) {
        this.segments = segments;
    }

    static List<Segment> read(Section segments, Tunings everybody) {
        return new SegmentReader(segments).read(everybody);
    }

    private List<Segment> read(Tunings everybody) {
        List<Segment> read = new ArrayList<>();
        for (String name : segments.keys(MAX_SEGMENTS)) {
            if (name.isBlank() || bytes(name) > AccountEvent.MAX_SEGMENT_BYTES) {
                segments.fault(
                        name,
                        "expected a segment's name of 1 to " + AccountEvent.MAX_SEGMENT_BYTES
                                + " bytes, as events carry it");
            }
            Section segment = segments.section(name);
            read.add(new Segment(name, accounts(name, segment), TuningsReader.read(segment, everybody)));
        }
        return read;
    }

    private List<String> accounts(String name, Section segment) {
        List<String> accounts = segment.values("accounts", ACCOUNT);
        for (String account : accounts) {
            String other = segmentByAccount.putIfAbsent(account, name);
            if (other != null) {
                segment.fault(
                        "accounts",
                        "lists " + account + ", which "
                                + (other.equals(name) ? "stands there" : "segments." + other + " lists") + " already");
            }
        }
        if (segmentByAccount.size() > MAX_ACCOUNTS) {
            segment.fault("accounts", "expected at most " + MAX_ACCOUNTS + " accounts in all segments");
        }
        return accounts;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
