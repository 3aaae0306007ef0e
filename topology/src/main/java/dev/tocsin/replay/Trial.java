package dev.tocsin.replay;

import dev.tocsin.account.AccountEvent;

/** Judges the events of accounts; for any number of threads, each with accounts of its own. */
interface Trial {
    Judged judge(Accounts accounts, AccountEvent event);
}
