package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.AccountMemory;
import dev.tocsin.account.ChangeType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Several different sensitive changes within minutes.
 *
 * <p>Works because a thief has little time and much to change: password, e-mail address, second factor, bank account. Owners
 * do it when they set up an account, so a young account is spared, and staff's changes do not count. From a device that was
 * the owner's before, it weighs one step less. Blind when changes send no events.
 */
final class SensitiveChangeBurstDetector extends TunedDetector<SensitiveChangeBurstDetector.Settings> {
    private static final int SENSITIVE_TYPES = Sequence.SENSITIVE.size();

    static final Profile PROFILE = Profile.onChanges(
            "sensitive-change-burst",
            Profile.Kind.VOLUME,
            List.of("T1098"),
            List.of("changes", "types", "window", "threshold", "device", "ip", "country"));

    /** The catalogue's V7: three types in 30 min, not in an account's first 48 h; its cooldown for volume. */
    static final Settings DEFAULTS = new Settings(Duration.ofHours(1), Duration.ofMinutes(30), 3, Duration.ofHours(48));

    /**
     * @param cooldown between two alerts
     * @param window over which types are counted
     * @param minTypes different types in the window at which it fires
     * @param onboarding age up to which an account is being set up
     */
    record Settings(Duration cooldown, Duration window, int minTypes, Duration onboarding) implements DetectorSettings {
        Settings {
            DetectorSettings.checkCooldown(cooldown);
            DetectorSettings.check(
                    window.toMillis() > 0 && window.compareTo(AccountMemory.KEPT) <= 0,
                    "window must be above 0 and at most 7 d");
            DetectorSettings.check(
                    minTypes >= 2 && minTypes <= SENSITIVE_TYPES,
                    "min-types must be between 2 and " + SENSITIVE_TYPES + ", the number of sensitive types");
            DetectorSettings.check(
                    !onboarding.isNegative() && onboarding.compareTo(Duration.ofDays(90)) <= 0,
                    "onboarding must be between 0 and 90 d");
        }
    }

    SensitiveChangeBurstDetector(Settings settings) {
        super(PROFILE, settings);
    }

    @Override
    Finding examine(Moment moment, AccountChange change, Look look) {
        if (!counts(moment, change, look)) {
            return Finding.QUIET;
        }
        Map<ChangeType, AccountChange> latest = new EnumMap<>(ChangeType.class);
        for (AccountChange one : moment.before().changes()) {
            if (belongs(one, change)) {
                latest.put(one.change(), one);
            }
        }
        latest.put(change.change(), change);
        return look.reaches(
                        "kinds of change",
                        latest.size(),
                        settings().minTypes(),
                        settings().window())
                ? signal(moment, change, latest)
                : Finding.QUIET;
    }

    private boolean counts(Moment moment, AccountChange change, Look look) {
        boolean isYoung = moment.before().isYoungerThan(settings().onboarding(), moment.atMillis());
        return look.sees(
                        "change",
                        change.change(),
                        "a sensitive change",
                        change.change().isSensitive())
                && look.isNotStaff(change)
                && look.sees(
                        "account age",
                        () -> age(moment),
                        () -> "at least " + Facts.span(settings().onboarding()),
                        !isYoung);
    }

    private static String age(Moment moment) {
        AccountMemory before = moment.before();
        if (before.relearning()) {
            return "more than half a year";
        }
        long since = before.learningSinceMillis();
        return since == 0 ? "none yet" : Facts.span(Duration.ofMillis(moment.atMillis() - since));
    }

    private boolean belongs(AccountChange one, AccountChange last) {
        return one.change().isSensitive()
                && !one.initiator().isStaff()
                && AccountEvent.TIMELINE_ORDER.compare(one, last) < 0
                && last.atMillis() - one.atMillis() <= settings().window().toMillis();
    }

    private Signal signal(Moment moment, AccountChange change, Map<ChangeType, AccountChange> latest) {
        List<AccountChange> story =
                latest.values().stream().sorted(AccountEvent.TIMELINE_ORDER).toList();
        long begin = story.get(0).atMillis();
        boolean ownersDevice =
                moment.before().devices().isKnownSinceBefore(change.source().device(), moment.atMillis(), begin);
        Facts facts = new Facts()
                .put("changes", story.stream().map(Happening::of).collect(Collectors.joining(", ")))
                .put("types", story.size())
                .put("window", Facts.span(settings().window()))
                .put("threshold", settings().minTypes())
                .put("device", Novelty.deviceWords(change.source(), ownersDevice))
                .put("ip", change.source().ip())
                .put("country", change.source().country());
        return signal(
                Severity.HIGH.moved(ownersDevice ? -1 : 0),
                ownersDevice ? 35 : 70,
                "changes",
                story.stream().map(one -> Evidence.of(one, Happening.of(one))).toList(),
                facts);
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.HIGH) ? Action.LOCK_ACCOUNT : Action.NOTIFY_OWNER;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        return new Wording(
                "Many sensitive changes at once",
                "%s within %s, the last from a %s. Threshold: %s different changes."
                        .formatted(
                                facts.get("changes"), facts.get("window"), facts.get("device"), facts.get("threshold")),
                "Several important things in your account were changed within a short time."
                        + " If that was not you, contact us now.");
    }

    @Override
    public List<AccountEvent> drill() {
        Drill drill = Drill.begin();
        Sequence.SENSITIVE.stream()
                .sorted()
                .limit(settings().minTypes())
                .forEach(type -> drill.change(type, Drill.STRANGER));
        return drill.events();
    }
}
