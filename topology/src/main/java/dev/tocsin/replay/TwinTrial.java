package dev.tocsin.replay;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.engine.Outcome;
import java.util.List;

/** Judges under two thresholds documents, and tells what the one changes about the other. */
final class TwinTrial implements Trial {
    private final DetectionEngine now;
    private final DetectionEngine then;
    private final boolean writes;

    /**
     * @param now the engine under the thresholds in force
     * @param then an engine of the same grace under the others
     * @param writes whether differences are written
     */
    TwinTrial(DetectionEngine now, DetectionEngine then, boolean writes) {
        this.now = now;
        this.then = then;
        this.writes = writes;
    }

    @Override
    public Judged judge(Accounts accounts, AccountEvent event) {
        Account account = accounts.get(event.accountId());
        List<Outcome> outcomes = account.isShared()
                ? now.applyBoth(then, account.now(), event)
                : List.of(now.apply(account.now(), event), then.apply(account.then(), event));
        Outcome outcomeNow = outcomes.get(0);
        Outcome outcomeThen = outcomes.get(1);
        if (outcomeNow.isRepetition() && outcomeThen.isRepetition()) {
            return new Judged(event, outcomeNow, outcomeThen, List.of(), AlertLines.NONE, AlertLines.NONE);
        }
        AccountState stateNow = outcomeNow.state().withoutLastAlerts();
        AccountState stateThen = Account.isOne(outcomeThen.state(), outcomeNow.state())
                ? stateNow
                : outcomeThen.state().withoutLastAlerts();
        long through = Math.min(stateNow.settledThroughMillis(), stateThen.settledThroughMillis());
        OpenAlerts open = account.open().after(outcomeNow, outcomeThen, event.occurredAt());
        List<Pair> decided = open.decided(through);
        accounts.put(
                event.accountId(),
                new Account(stateNow, stateThen, decided.isEmpty() ? open : open.undecided(through)));
        return new Judged(event, outcomeNow, outcomeThen, decided, lines(decided), AlertLines.NONE);
    }

    private byte[] lines(List<Pair> decided) {
        return writes ? PairLines.of(decided) : AlertLines.NONE;
    }
}
