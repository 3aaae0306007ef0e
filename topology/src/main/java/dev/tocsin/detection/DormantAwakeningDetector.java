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
import org.jspecify.annotations.Nullable;

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
    Finding examine(Moment moment, Login login, Look look) {
        long last = moment.before().lastSuccessMillis();
        if (!look.succeeded(login)
                || !look.sees("login before", last == 0 ? "none" : "there is one", "any", last != 0)) {
            return Finding.QUIET;
        }
        int days = Day.between(last, login.atMillis());
        return isSilence(look, days) ? signal(moment, login, days) : Finding.QUIET;
    }

    private boolean isSilence(Look look, int days) {
        return look.reaches(
                "days of silence before", days, (int) settings().silence().toDays());
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
    Finding examine(Moment moment, AccountChange change, Look look) {
        boolean isSensitive = change.change().isSensitive() && change.change() != ChangeType.PAYOUT_CHANGED;
        boolean counts = look.sees("change", change.change(), "a sensitive change, not PAYOUT_CHANGED", isSensitive)
                && look.isNotStaff(change);
        if (!counts) {
            return Finding.QUIET;
        }
        Landmark awakening = awakening(moment, change);
        look.sees(
                "awakening before",
                () -> awakening == null ? "none" : awakening.silenceDays() + " d of silence ended",
                () -> "a login after " + settings().silence().toDays() + " d of silence, at most "
                        + Facts.span(settings().changeWithin()) + " before",
                awakening != null);
        return awakening == null ? Finding.QUIET : signal(change, awakening);
    }

    private @Nullable Landmark awakening(Moment moment, AccountChange change) {
        for (Landmark landmark : moment.before().landmarks()) {
            long gap = change.atMillis() - landmark.login().atMillis();
            if (landmark.silenceDays() >= settings().silence().toDays()
                    && AccountEvent.TIMELINE_ORDER.compare(landmark.login(), change) < 0
                    && gap <= settings().changeWithin().toMillis()) {
                return landmark;
            }
        }
        return null;
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
