package dev.tocsin.account;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One step of {@link AccountMemory}: a copy of its fields that an event changes. Used once. */
final class Step {
    private final AccountMemory before;
    private long learningSince;
    private int learnedLogins;
    private boolean relearning;
    private long lastSuccess;
    private Habits habits;
    private Travels travels;
    private List<Landmark> landmarks;
    private List<Session> sessions;
    private List<AccountChange> changes;
    private List<Long> destinations;
    private @Nullable MfaPass lastMfa;
    private AttemptWindow window;
    private AttemptBaseline baseline;
    private Bursts bursts;
    private List<Mark> marks;

    Step(AccountMemory memory) {
        before = memory;
        learningSince = memory.learningSinceMillis();
        learnedLogins = memory.learnedLogins();
        relearning = memory.relearning();
        lastSuccess = memory.lastSuccessMillis();
        habits = memory.habits();
        travels = memory.travels();
        landmarks = memory.landmarks();
        sessions = memory.sessions();
        changes = memory.changes();
        destinations = memory.destinations();
        lastMfa = memory.lastMfa();
        window = memory.window();
        baseline = memory.baseline();
        bursts = memory.bursts();
        marks = memory.marks();
    }

    AccountMemory take(AccountEvent event, List<Mark> raised) {
        long at = event.atMillis();
        mark(raised);
        forgetBefore(at);
        bursts = before.burstsWith(event);
        if (learningSince == 0) {
            learningSince = at;
        }
        if (event instanceof Login login) {
            login(login, raised);
        } else {
            change((AccountChange) event);
        }
        return memory();
    }

    AccountMemory afterSilence(int days) {
        habits = habits.afterSilence(days);
        return memory();
    }

    AccountMemory withoutPositions(Predicate<Source> unwanted) {
        travels = travels.without(unwanted);
        return memory();
    }

    AccountMemory takeLate(AccountEvent event, List<Mark> raised) {
        mark(raised);
        event.fold(login -> land(Landmark.ofLate(login, lastSuccess, raised)), this::remember);
        return memory();
    }

    private Step login(Login login, List<Mark> raised) {
        window = before.windowWith(login);
        if (login.isAttempt()) {
            baseline = baseline.counted(login.atMillis());
        }
        int silence = login.succeeded() ? AccountMemory.silenceDays(lastSuccess, login.atMillis()) : 0;
        if (silence >= Landmark.MIN_SILENCE_DAYS) {
            habits = habits.afterSilence(silence);
        }
        land(Landmark.of(login, isFounding(login.atMillis()) ? Habits.EMPTY : habits, silence, raised));
        return login.succeeded() ? success(login, isProven(login, raised)) : this;
    }

    private Step land(@Nullable Landmark landmark) {
        if (landmark != null) {
            landmarks = Landmark.with(landmarks, landmark);
        }
        return this;
    }

    private boolean isFounding(long at) {
        return !relearning && at - learningSince < AccountMemory.FOUNDING.toMillis();
    }

    /** A factor that was accepted after many refusals proves the owner's patience, not the owner. */
    private static boolean isProven(Login login, List<Mark> raised) {
        return login.passedMfa() && Landmark.highestRank(raised, Mark.Trail.GUESSING) < Mark.HIGH;
    }

    private Step success(Login login, boolean proven) {
        long at = login.atMillis();
        if (AccountMemory.isDormant(lastSuccess, at)) {
            learningSince = at;
            learnedLogins = 0;
            relearning = true;
        }
        lastSuccess = at;
        learnedLogins = Math.min(learnedLogins + 1, AccountMemory.MAX_LEARNED);
        if (proven) {
            lastMfa = new MfaPass(at, login.source().device());
        }
        Sighting.Alarm alarm = alarm(at);
        habits = habits.after(login, proven, isFounding(at), alarm);
        travels = travels.after(login, alarm != Sighting.Alarm.HIGH);
        sessions = before.sessionsWith(login);
        return this;
    }

    private Sighting.Alarm alarm(long at) {
        if (Mark.anyOpen(marks, at, Mark.HIGH)) {
            return Sighting.Alarm.HIGH;
        }
        return Mark.anyOpen(marks, at, 0) ? Sighting.Alarm.SOME : Sighting.Alarm.NONE;
    }

    private Step change(AccountChange change) {
        if (change.change() == ChangeType.PAYOUT_CHANGED) {
            if (!wasRefused(change.oldValue())) {
                paidOutTo(change.oldValue());
            }
            if (alarm(change.atMillis()) != Sighting.Alarm.HIGH) { // else a thief's account would speak for the thief
                paidOutTo(change.newValue());
            }
        }
        return remember(change);
    }

    /** A recent change set it, and it did not become the owner's: nor does it by being left again. */
    private boolean wasRefused(long destination) {
        return !destinations.contains(destination)
                && changes.stream()
                        .anyMatch(earlier ->
                                earlier.change() == ChangeType.PAYOUT_CHANGED && earlier.newValue() == destination);
    }

    private void paidOutTo(long destination) {
        if (destination == Hash64.NONE) {
            return;
        }
        List<Long> next = new ArrayList<>(destinations);
        next.remove(destination);
        next.add(destination);
        destinations = Bounded.latest(next, AccountMemory.MAX_DESTINATIONS);
    }

    private Step remember(AccountChange change) {
        changes = ChangeLog.with(changes, change);
        return this;
    }

    private void forgetBefore(long at) {
        long oldest = at - AccountMemory.KEPT.toMillis();
        changes = kept(changes, change -> change.atMillis() >= oldest);
        landmarks = kept(landmarks, landmark -> landmark.login().atMillis() >= oldest);
        marks = kept(marks, mark -> mark.atMillis() >= oldest);
    }

    /** The items that are not too old; most of the time all of them, so only the oldest is looked at. */
    private static <T> List<T> kept(List<T> items, Predicate<T> isFresh) {
        return items.isEmpty() || isFresh.test(items.get(0))
                ? items
                : items.stream().filter(isFresh).toList();
    }

    /**
     * A mark replaces the one of the same key that is neither newer nor more severe: a mild alert must not close a severe
     * one that is still open.
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
        while (next.size() > AccountMemory.MAX_MARKS) {
            next.remove(Mark.dispensable(next));
        }
        marks = next;
    }

    private AccountMemory memory() {
        return new AccountMemory(
                learningSince,
                learnedLogins,
                relearning,
                lastSuccess,
                habits,
                travels,
                landmarks,
                sessions,
                changes,
                destinations,
                lastMfa,
                window,
                baseline,
                bursts,
                marks);
    }
}
