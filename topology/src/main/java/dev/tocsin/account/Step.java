package dev.tocsin.account;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of {@link AccountMemory}: a copy of its fields that an event changes. Used once. */
final class Step {
    private long learningSince;
    private int learnedLogins;
    private long lastSuccess;
    private KnownSet countries;
    private KnownSet cities;
    private KnownSet networks;
    private KnownSet devices;
    private List<Login> positions;
    private List<Transition> transitions;
    private List<AccountChange> changes;
    private List<Long> destinations;
    private @Nullable MfaPass lastMfa;
    private AttemptWindow window;
    private AttemptBaseline baseline;
    private List<Mark> marks;

    Step(AccountMemory memory) {
        learningSince = memory.learningSinceMillis();
        learnedLogins = memory.learnedLogins();
        lastSuccess = memory.lastSuccessMillis();
        countries = memory.countries();
        cities = memory.cities();
        networks = memory.networks();
        devices = memory.devices();
        positions = memory.positions();
        transitions = memory.transitions();
        changes = memory.changes();
        destinations = memory.destinations();
        lastMfa = memory.lastMfa();
        window = memory.window();
        baseline = memory.baseline();
        marks = memory.marks();
    }

    AccountMemory take(AccountEvent event, List<Mark> raised) {
        long at = event.atMillis();
        mark(raised);
        forgetBefore(at - AccountMemory.KEPT.toMillis());
        if (learningSince == 0) {
            learningSince = at;
        }
        event.fold(this::login, this::change);
        return memory();
    }

    AccountMemory takeLate(AccountEvent event, List<Mark> raised) {
        mark(raised);
        event.fold(login -> this, this::remember);
        return memory();
    }

    private Step login(Login login) {
        if (login.isAttempt()) {
            window = window.counted(login.atMillis(), login.source().device());
            baseline = baseline.counted(login.atMillis());
        }
        return login.succeeded() ? success(login) : this;
    }

    private Step success(Login login) {
        long at = login.atMillis();
        if (AccountMemory.isDormant(lastSuccess, at)) {
            learningSince = at;
            learnedLogins = 0;
        }
        lastSuccess = at;
        learnedLogins = Math.min(learnedLogins + 1, AccountMemory.MAX_LEARNED);
        if (login.passedMfa()) {
            lastMfa = new MfaPass(at, login.source().device());
        }
        sight(login);
        if (login.source().isLocated() && login.source().network().locatesItsUser()) {
            move(login);
        }
        return this;
    }

    private void sight(Login login) {
        Source source = login.source();
        Sighting bare = sighting(login, null, 0);
        countries = seen(countries, source.countryKey(), bare);
        networks = seen(networks, source.asn(), bare);
        devices = seen(devices, source.device(), bare);
        cities = seen(cities, source.cityKey(), sighting(login, source.position(), source.radiusKm()));
    }

    private Sighting sighting(Login login, @Nullable GeoPoint position, int radiusKm) {
        long at = login.atMillis();
        return new Sighting(
                Day.of(at), login.passedMfa(), isAlertOpen(at, Mark.HIGH), isAlertOpen(at, 0), position, radiusKm);
    }

    private boolean isAlertOpen(long at, int rank) {
        return Mark.anyOpen(marks, at, rank);
    }

    private static KnownSet seen(KnownSet set, long key, Sighting at) {
        return key == 0 ? set : set.seen(key, at);
    }

    private void move(Login login) {
        Source here = login.source();
        if (!positions.isEmpty()) {
            Source from = positions.get(positions.size() - 1).source();
            if (from.placeKey() != here.placeKey()) {
                went(AccountMemory.transitionKey(from, here), Day.of(login.atMillis()));
            }
        }
        List<Login> next = new ArrayList<>(positions.size() + 1);
        for (Login position : positions) {
            if (position.source().placeKey() != here.placeKey()) {
                next.add(position);
            }
        }
        next.add(login.asPosition());
        positions = AccountMemory.latest(next, AccountMemory.MAX_POSITIONS, AccountMemory.MAX_POSITION_BYTES);
    }

    private void went(long key, int day) {
        Transition again = new Transition(key, 1, day);
        List<Transition> next = new ArrayList<>(transitions.size() + 1);
        for (Transition transition : transitions) {
            if (transition.key() == key) {
                again = transition.again(day);
            } else {
                next.add(transition);
            }
        }
        next.add(again);
        transitions = AccountMemory.latest(next, Transition.MAX);
    }

    private Step change(AccountChange change) {
        if (change.change() == ChangeType.PAYOUT_CHANGED) {
            paidOutTo(change.oldValue());
            if (!isAlertOpen(change.atMillis(), Mark.HIGH)) { // else a thief's account would speak for the thief
                paidOutTo(change.newValue());
            }
        }
        return remember(change);
    }

    private void paidOutTo(long destination) {
        if (destination == Hash64.NONE) {
            return;
        }
        List<Long> next = new ArrayList<>(destinations);
        next.remove(destination);
        next.add(destination);
        destinations = AccountMemory.latest(next, AccountMemory.MAX_DESTINATIONS);
    }

    private Step remember(AccountChange change) {
        List<AccountChange> next = new ArrayList<>(changes);
        next.add(change.asRemembered());
        changes = AccountMemory.latest(
                AccountMemory.inOrder(next), AccountMemory.MAX_CHANGES, AccountMemory.MAX_CHANGE_BYTES);
        return this;
    }

    private void forgetBefore(long oldest) {
        if (!changes.isEmpty() && changes.get(0).atMillis() < oldest) {
            changes = changes.stream()
                    .filter(change -> change.atMillis() >= oldest)
                    .toList();
        }
        if (!marks.isEmpty() && marks.get(0).atMillis() < oldest) {
            marks = marks.stream().filter(mark -> mark.atMillis() >= oldest).toList();
        }
    }

    /**
     * A mark replaces the one of the same key that is neither newer nor more severe: a mild alert must not close a severe
     * one that is still open. The oldest gives way.
     */
    private void mark(List<Mark> raised) {
        if (raised.isEmpty()) {
            return;
        }
        List<Mark> next = new ArrayList<>(marks);
        for (Mark mark : raised) {
            next.removeIf(old -> mark.outdates(old));
            next.add(mark);
        }
        marks = AccountMemory.latest(next, AccountMemory.MAX_MARKS);
    }

    private AccountMemory memory() {
        return new AccountMemory(
                learningSince,
                learnedLogins,
                lastSuccess,
                countries,
                cities,
                networks,
                devices,
                positions,
                transitions,
                changes,
                destinations,
                lastMfa,
                window,
                baseline,
                marks);
    }
}
