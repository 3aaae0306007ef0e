package dev.tocsin.thresholds;

import com.google.common.net.InetAddresses;
import dev.tocsin.account.IpAddress;
import dev.tocsin.account.IpRange;
import dev.tocsin.alerting.Allowlist;
import dev.tocsin.alerting.Allowlist.CountryPair;
import dev.tocsin.alerting.Allowlist.Entry;
import dev.tocsin.alerting.Allowlist.Network;
import dev.tocsin.yaml.Fault;
import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what an operator vouches for. */
final class AllowlistReader {
    /** Networks and pairs are looked through one by one. */
    static final int MAX_ENTRIES = 1_000;

    static final int MAX_ACCOUNTS = 10_000;

    /** It goes out with each alert that it silences. */
    static final int MAX_REASON = 200;

    /** Wider ones are whole registries' worth of other people. */
    private static final int WIDEST_V4 = 8;

    private static final int WIDEST_V6 = 16;

    private static final Value<String> CIDR =
            Value.TEXT.where("a network such as 203.0.113.0/24 or 2001:db8::/32", text -> parts(text).length == 2);

    private static final Value<String> REASON = Value.TEXT.where(
            "a sentence of at most " + MAX_REASON + " characters that says why",
            text -> text.length() <= MAX_REASON && text.chars().noneMatch(Character::isISOControl));

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final Value<String> PAIR =
            Value.TEXT.where("two different ISO 3166-1 countries such as DE-AT", AllowlistReader::isPair);

    private static final Network NO_NETWORK =
            new Network(new IpRange(new IpAddress(0, 0), 128), new Entry("", Long.MIN_VALUE));

    private final Section section;
    private final List<Expiry> expiries = new ArrayList<>();
    private final Set<Object> listed = new HashSet<>();

    private AllowlistReader(Section section) {
        this.section = section;
    }

    /** When an entry ends, and what is to be said of it from then on. */
    record Expiry(Instant until, Fault fault) {}

    /** The allowlist, and the ends of its entries. */
    record Read(Allowlist allowlist, List<Expiry> expiries) {}

    static Read read(Section section) {
        AllowlistReader reader = new AllowlistReader(section);
        Allowlist allowlist = new Allowlist(
                section.items("networks", MAX_ENTRIES).stream()
                        .map(reader::network)
                        .toList(),
                reader.accounts(),
                section.items("country-pairs", MAX_ENTRIES).stream()
                        .map(reader::pair)
                        .toList());
        return new Read(allowlist, reader.expiries);
    }

    private Entry entry(Section item) {
        Optional<Instant> until = item.find("expires", Value.LAST_DAY);
        until.ifPresent(end -> expiries.add(
                new Expiry(end, item.faultAt("expires", "is in the past; drop the entry or give it another day"))));
        return new Entry(
                item.require("reason", REASON, ""),
                until.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
    }

    private Network network(Section item) {
        Entry entry = entry(item);
        String text = item.require("cidr", CIDR, "");
        if (text.isEmpty()) {
            return NO_NETWORK;
        }
        try {
            IpRange range = range(text);
            refuseSecond(range, item, "cidr");
            return new Network(range, entry);
        } catch (IllegalArgumentException broken) {
            item.fault("cidr", broken.getMessage() + ", found " + item.found("cidr"));
            return NO_NETWORK;
        }
    }

    private void refuseSecond(Object vouchedFor, Section item, String key) {
        if (!listed.add(vouchedFor)) {
            item.fault(key, "is listed twice; keep one");
        }
    }

    private static String[] parts(String text) {
        String[] parts = text.split("/", -1);
        boolean hasZone = text.indexOf('%') >= 0; // of one machine, and nothing to the others
        return parts.length == 2 && !hasZone && InetAddresses.isInetAddress(parts[0]) && parts[1].matches("\\d{1,3}")
                ? parts
                : new String[0];
    }

    private static IpRange range(String text) {
        String[] parts = parts(text);
        IpAddress address = IpAddress.ofBytes(InetAddresses.forString(parts[0]).getAddress());
        if (address.isV4() && parts[0].contains(":")) {
            throw new IllegalArgumentException("is an IPv4 network; write it so, with a prefix of 8 to 32");
        }
        IpRange range = new IpRange(address, Integer.parseInt(parts[1]));
        int widest = address.isV4() ? WIDEST_V4 : WIDEST_V6;
        if (range.prefix() < widest) {
            throw new IllegalArgumentException(
                    "must not be wider than /" + widest + ": name the networks that are yours");
        }
        return range;
    }

    private Map<String, Entry> accounts() {
        Map<String, Entry> accounts = new LinkedHashMap<>();
        for (Section item : section.items("accounts", MAX_ACCOUNTS)) {
            Entry entry = entry(item);
            String account = item.require("account", SegmentReader.ACCOUNT, "");
            if (!account.isEmpty()) {
                refuseSecond(account, item, "account");
                accounts.put(account, entry);
            }
        }
        return accounts;
    }

    private CountryPair pair(Section item) {
        Entry entry = entry(item);
        String[] countries = item.require("countries", PAIR, "-").split("-", -1);
        if (!countries[0].isEmpty()) {
            refuseSecond(Set.of(countries), item, "countries");
        }
        return new CountryPair(countries[0], countries[1], entry);
    }

    private static boolean isPair(String text) {
        String[] countries = text.split("-", -1);
        return countries.length == 2
                && !countries[0].equals(countries[1])
                && COUNTRIES.contains(countries[0])
                && COUNTRIES.contains(countries[1]);
    }
}
