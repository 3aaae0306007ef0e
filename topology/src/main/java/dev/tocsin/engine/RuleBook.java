package dev.tocsin.engine;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.alerting.Rules;

/**
 * Finds the rules that an event is judged by.
 *
 * <p>Must depend on the event alone, its time, segment and account, and give the same rules for the same event for ever:
 * an event may be judged again when an older one arrives.
 */
@FunctionalInterface
public interface RuleBook {
    Rules rulesFor(AccountEvent event);
}
