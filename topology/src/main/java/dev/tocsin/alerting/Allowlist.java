package dev.tocsin.alerting;

import dev.tocsin.account.IpAddress;
import dev.tocsin.account.IpRange;
import dev.tocsin.account.Login;
import dev.tocsin.account.Source;
import dev.tocsin.detection.Moment;
import dev.tocsin.detection.Profile;
import dev.tocsin.detection.Signal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an operator vouches for, each with a reason and for as long as it is meant to hold.
 *
 * <p>A network vouches for novelty: whoever comes from the company's exit is no stranger, and where that exit stands says
 * nothing about where its users are. A pair of countries vouches for the way between the two. Neither excuses what is done
 * to an account, so neither silences a sequence or a volume. An account that is listed is not watched at all.
 *
 * @param accounts by account id
 */
public record Allowlist(List<Network> networks, Map<String, Entry> accounts, List<CountryPair> countryPairs) {
    public static final Allowlist NOTHING = new Allowlist(List.of(), Map.of(), List.of());

    public Allowlist {
        networks = List.copyOf(networks);
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts)); // in the document's order
        countryPairs = List.copyOf(countryPairs);
    }

    /**
     * Why something is vouched for, and for how long.
     *
     * @param untilMillis event time from which on it no longer holds
     */
    public record Entry(String reason, long untilMillis) {
        boolean holdsAt(long atMillis) {
            return atMillis < untilMillis;
        }
    }

    public record Network(IpRange range, Entry entry) {}

    /** Two countries, in either direction. */
    public record CountryPair(String one, String other, Entry entry) {
        @Nullable
        String otherThan(String country) {
            if (country.equals(one)) {
                return other;
            }
            return country.equals(other) ? one : null;
        }
    }

    /** The moment as novelty is to be judged: positions in networks that are vouched for say nothing about the person. */
    Moment withoutVouchedPositions(Moment moment) {
        if (networks.isEmpty()) {
            return moment;
        }
        Predicate<Source> isVouchedFor =
                source -> network(source.ip(), moment.atMillis()).isPresent();
        return moment.before().positions().stream().map(Login::source).noneMatch(isVouchedFor)
                ? moment
                : new Moment(moment.before().withoutPositions(isVouchedFor), moment.event(), moment.late());
    }

    /** What vouches for a signal. */
    Optional<Suppression> find(Moment moment, Profile profile, Signal signal) {
        String account = moment.event().accountId();
        Entry listed = accounts.get(account);
        if (listed != null && listed.holdsAt(moment.atMillis())) {
            return Optional.of(by("account " + account, listed));
        }
        if (profile.kind() != Profile.Kind.NOVELTY) {
            return Optional.empty();
        }
        return network(moment.event().source().ip(), moment.atMillis())
                .map(network -> by("network " + network.range(), network.entry()))
                .or(() -> profile.crossesBorders() ? pair(moment, signal) : Optional.empty());
    }

    private Optional<Network> network(@Nullable IpAddress address, long atMillis) {
        if (address != null) {
            for (Network network : networks) { // a stream would cost more than the comparison
                if (network.range().contains(address) && network.entry().holdsAt(atMillis)) {
                    return Optional.of(network);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Suppression> pair(Moment moment, Signal signal) {
        return countryPairs.stream()
                .filter(pair -> pair.entry().holdsAt(moment.atMillis()) && isWay(pair, moment, signal))
                .findFirst()
                .map(pair -> by("countries " + pair.one() + '-' + pair.other(), pair.entry()));
    }

    /** The signal's own two ends, or the event's country beside those that are known. */
    private static boolean isWay(CountryPair pair, Moment moment, Signal signal) {
        String here = moment.event().source().country();
        String there = here == null ? null : pair.otherThan(here);
        if (there == null) {
            return false;
        }
        List<Login> otherEnds = moment.before().positions().stream()
                .filter(position -> !position.eventId().equals(moment.event().eventId()))
                .filter(position -> signal.cites(position.eventId()))
                .toList();
        return otherEnds.isEmpty()
                ? moment.before().countries().isKnown(Source.countryKey(there), moment.atMillis())
                : otherEnds.stream()
                        .allMatch(login -> there.equals(login.source().country()));
    }

    private static Suppression by(String what, Entry entry) {
        return new Suppression(Suppression.By.ALLOWLIST, what + ", " + entry.reason());
    }
}
