package dev.tocsin.thresholds;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Rules;
import dev.tocsin.engine.RuleBook;

/**
 * Judges each event by the version in force at its own time. Safe for many threads while versions are added.
 *
 * <p>Events of today, nearly all there are, find theirs at the first look.
 */
public final class VersionedRuleBook implements RuleBook {
    private final RuleBook base;
    private volatile Span[] spans = {};

    /** @param base in force before the first published version */
    public VersionedRuleBook(Thresholds base) {
        this.base = base.ruleBook();
    }

    private record Span(long sinceMillis, RuleBook rules) {}

    @Override
    public Rules rulesFor(AccountEvent event) {
        for (Span span : spans) {
            if (event.atMillis() >= span.sinceMillis) {
                return span.rules.rulesFor(event);
            }
        }
        return base.rulesFor(event);
    }

    /** Replaces the versions that were published. */
    public void replace(VersionLog log) {
        spans = log.timetable().stream()
                .map(version -> new Span(
                        version.since().toEpochMilli(), version.thresholds().ruleBook()))
                .toArray(Span[]::new);
    }
}
