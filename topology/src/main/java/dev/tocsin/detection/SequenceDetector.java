package dev.tocsin.detection;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges a change by one {@link Sequence}; the mechanism that all of them share. */
final class SequenceDetector extends TunedDetector<SequenceSettings> {
    private final Sequence sequence;
    private final String completing;

    SequenceDetector(Sequence sequence, SequenceSettings settings) {
        super(sequence.profile(), settings);
        this.sequence = sequence;
        this.completing = Happening.anyOf(sequence.completedBy());
    }

    @Override
    Finding examine(Moment moment, AccountChange change, Look look) {
        boolean completes = sequence.completedBy().contains(change.change());
        if (!look.sees("change", change.change(), completing, completes)) {
            return Finding.QUIET;
        }
        Completion completion = new Completion(profile().id(), moment, change, settings(), look);
        Trace trace = sequence.search().apply(completion);
        if (trace.found()) {
            return signal(completion, trace);
        }
        return trace.reason() == null ? Finding.QUIET : look.lacks(new Finding.NotEvaluable(trace.reason()));
    }

    private Signal signal(Completion completion, Trace trace) {
        AccountChange change = completion.change();
        AccountEvent first = trace.events().isEmpty() ? change : trace.events().get(0);
        Duration gap = completion.gapSince(first);
        Circumstances circumstances = Circumstances.of(completion, trace, first);
        Severity tier = trace.severity() == null ? settings().tier(gap) : trace.severity();
        Severity severity = circumstances.weigh(tier.moved(trace.steps()));
        Facts facts = SequenceFacts.of(first, change, gap, settings().window());
        circumstances.describe(facts);
        facts.put("incident", first.eventId()).put("ip", change.source().ip());
        return new Signal(
                profile().id(),
                severity,
                circumstances.confidence(),
                Completion.discriminator(first, circumstances.staff() != null),
                evidence(trace, change),
                facts.map(),
                holdUntil(severity, change));
    }

    private static List<Evidence> evidence(Trace trace, AccountChange change) {
        List<Evidence> evidence = new ArrayList<>(trace.events().size() + 1);
        trace.events().forEach(event -> evidence.add(Evidence.of(event, Happening.of(event))));
        evidence.add(Evidence.of(change, Happening.of(change)));
        return evidence;
    }

    private @Nullable Instant holdUntil(Severity severity, AccountChange change) {
        return severity.isAtLeast(Severity.MEDIUM) && !settings().hold().isZero()
                ? change.occurredAt().plus(settings().hold())
                : null;
    }

    @Override
    public Action recommend(Severity severity) {
        return severity.isAtLeast(Severity.MEDIUM) ? sequence.words().action() : Action.NOTIFY_OWNER;
    }

    @Override
    public Wording tell(Severity severity, Map<String, String> facts) {
        Sequence.Words words = sequence.words();
        String title = facts.containsKey("staff") ? words.title() + ", with staff involved" : words.title();
        return new Wording(title, SequenceFacts.summary(facts), words.ownerMessage());
    }

    @Override
    public List<AccountEvent> drill() {
        return sequence.plot().apply(Drill.begin()).events();
    }
}
