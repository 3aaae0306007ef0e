package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Day;
import dev.tocsin.account.KnownSet;
import dev.tocsin.account.Landmark;
import dev.tocsin.account.Login;
import dev.tocsin.account.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A successful login after a long silence, and a sensitive change soon after it.
 *
 * <p>Works because forgotten accounts have forgotten passwords. It never waits for learning: the silence is the habit.
 * A device or country that the account never had makes it worse; what merely expired in the silence does not. Payout
 * changes are {@code dormant-then-payout}'s. Blind to a thief who waits with the change, and to accounts whose owners
 * come back now and then.
 */
final class DormantAwakeningDetector extends TunedDetector<DormantAwakeningDetector.Settings> {
    static final Profile PROFILE = Profile.onBoth(
            "dormant-awakening",
            Profile.Kind.SEQUENCE,
            List.of("T1078"),
            List.of("silent_days", "threshold", "device", "country_seen", "change", "mfa", "network", "ip", "country"));

    /** The catalogue's N9: 90 days, and a change within 24 h. */
    static final Settings DEFAULTS = new Settings(Duration.ofDays(1), Duration.ofDays(90), Duration.ofDays(1));

    /**
     * @param cooldown between two alerts for one awakening
     * @param silence the shortest time without a successful login that counts as dormant; full days
     * @param changeWithin how soon after the login a sensitive change makes it worse
     */
    record Settings(Duration cooldown, Duration silence, Duration changeWithin) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            DetectorSettings.checkSilence(silence);
            DetectorSettings.check(
                    !changeWithin.isNegative() && changeWithin.compareTo(AccountMemory.KEPT) <= 0,
                    "change-within must be between 0 and 7 d");
        }
    }

    DormantAwakeningDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, Login login) {
        long last = moment.before().lastSuccessMillis();
        if (!login.succeeded() || last == 0) {
            return Finding.QUIET;
        }
        int days = Day.between(last, login.atMillis());
        return days < settings().silence().toDays() ? Finding.QUIET : signal(moment, login, days);
    }

    private Signal signal(Moment moment, Login login, int days) {
        Source source = login.source();
        AccountMemory before = moment.before();
        boolean newDevice = isNeverSeen(before.devices(), source.device());
        boolean newCountry = isNeverSeen(before.countries(), source.countryKey());
        Facts facts = new Facts()
                .put("silent_days", days)
                .put("threshold", Facts.span(settings().silence()))
                .put("device", newDevice ? "never seen" : "seen before or not given")
                .put("country_seen", newCountry ? "never" : "before, or not given")
                .put("mfa", login.mfa())
                .put("network", source.network())
                .put("ip", source.ip())
                .put("country", source.country());
        return signal(
                (newDevice || newCountry ? Severity.HIGH : Severity.MEDIUM).moved(Novelty.steps(login)),
                newDevice || newCountry ? 60 : 30,
                login.eventId(),
                Evidence.of(login, "first login after a long silence"),
                facts);
    }

    /** Not even long ago; an account that never told one has nothing that it could differ from. */
    private static boolean isNeverSeen(KnownSet set, long key) {
        return key != 0 && !set.entries().isEmpty() && set.find(key) == null;
    }

    @Override
    Finding examine(Moment moment, AccountChange change) {
        boolean counts = change.change().isSensitive() && !change.initiator().isStaff();
        if (!counts || change.change() == ChangeType.PAYOUT_CHANGED) {
            return Finding.QUIET;
        }
        for (Landmark landmark : moment.before().landmarks()) {
            long gap = change.atMillis() - landmark.login().atMillis();
            if (landmark.silenceDays() >= settings().silence().toDays()
                    && AccountEvent.TIMELINE_ORDER.compare(landmark.login(), change) < 0
                    && gap <= settings().changeWithin().toMillis()) {
                return signal(change, landmark);
            }
        }
        return Finding.QUIET;
    }

    private Signal signal(AccountChange change, Landmark awakening) {
        Login login = awakening.login();
        Facts facts = new Facts()
                .put("silent_days", awakening.silenceDays())
                .put("threshold", Facts.span(settings().silence()))
                .put("change", Happening.of(change))
                .put("mfa", change.mfa())
                .put("network", change.source().network())
                .put("ip", change.source().ip())
                .put("country", change.source().country());
        return signal(
                Severity.HIGH,
                60,
                login.eventId(),
                List.of(
                        Evidence.of(login, "first login after a long silence"),
                        Evidence.of(change, Happening.of(change))),
                facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.HIGH) ? Action.STEP_UP : Action.NOTIFY_OWNER;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        String then = facts.containsKey("change")
                ? ", and then: " + facts.get("change")
                : " on a device %s, in a country seen %s".formatted(facts.get("device"), facts.get("country_seen"));
        return new Wording(
                "A dormant account is used again",
                "Silent for %s d. Now: a login%s, network %s. Threshold: %s."
                        .formatted(facts.get("silent_days"), then, facts.get("network"), facts.get("threshold")),
                "Your account was used for the first time in a long while."
                        + " If that was not you, change your password now.");
    }

    @Override
    public List<AccountEvent> drill() {
        return Drill.begin()
                .later(settings().silence().plusDays(1))
                .login(Drill.STRANGER)
                .events();
    }
}
