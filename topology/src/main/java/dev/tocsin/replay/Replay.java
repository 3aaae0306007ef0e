package dev.tocsin.replay;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.Hash64;
import dev.tocsin.codec.InvalidEventException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The production engine over a recording, on all cores.
 *
 * <pre>
 *   read batch n+1 ───────────────────────────────▶
 *   batch n:  parse, in slices │ judge, in shards of accounts │ tell, in the order of the events
 * </pre>
 *
 * <p>An account's events are judged one after another by whoever has its shard, and accounts know nothing of one another:
 * so the number of threads changes nothing that is told, nor its order.
 */
public final class Replay {
    /** More than threads, so that a shard with a busy account does not hold up the others. */
    private static final int SHARDS_PER_THREAD = 4;

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(id -> id.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Trial trial;
    private final Spill spill;
    private final Workers workers;
    private final List<Accounts> shards = new ArrayList<>();

    Replay(Trial trial, Spill spill, Workers workers, long memory) {
        this.trial = trial;
        this.spill = spill;
        this.workers = workers;
        int count = workers.threads() * SHARDS_PER_THREAD;
        for (int i = 0; i < count; i++) {
            shards.add(new Accounts(spill, memory / count));
        }
    }

    /** Who is told what comes out, by one thread, in an order that depends on the recording alone. */
    interface Listener {
        void bad(String place, String reason);

        void judged(Judged judged);

        /** A pair that was still open in the end. */
        void decided(Pair pair);

        /** After every batch. */
        void at(Recording.Position position);
    }

    void run(Recording recording, Listener listener) {
        try (Reader reader = new Reader(recording)) {
            for (Reader.Batch batch = reader.next(); !batch.items().isEmpty(); batch = reader.next()) {
                take(batch.items(), listener);
                listener.at(batch.position());
            }
        }
        finish(listener);
    }

    private void take(List<Recording.Item> batch, Listener listener) {
        int size = batch.size();
        @Nullable AccountEvent[] events = new AccountEvent[size];
        @Nullable String[] faults = new String[size];
        int[] shardOf = new int[size];
        workers.slices(size, i -> {
            try {
                AccountEvent event = batch.get(i).event();
                events[i] = event;
                shardOf[i] = (int) Math.floorMod(Hash64.of(event.accountId()), (long) shards.size());
            } catch (InvalidEventException e) {
                faults[i] = e.getMessage();
            }
        });
        @Nullable Judged[] judged = new Judged[size];
        workers.each(shards.size(), shard -> {
            for (int i = 0; i < size; i++) {
                AccountEvent event = events[i];
                if (event != null && shardOf[i] == shard) {
                    judged[i] = trial.judge(shards.get(shard), event);
                }
            }
        });
        for (int i = 0; i < size; i++) {
            Judged result = judged[i];
            if (result == null) {
                listener.bad(batch.get(i).place(), String.valueOf(faults[i]));
            } else {
                listener.judged(result);
            }
        }
    }

    /** Nothing comes any more that could take an open alert back: by account, in the order of the ids' bytes. */
    private void finish(Listener listener) {
        if (spill.isUsed()) {
            shards.forEach(Accounts::spillAll);
            spill.forEach((id, bytes) -> tell(Account.openOf(bytes, id), listener));
        } else {
            Map<String, byte[]> accounts = new TreeMap<>(BY_BYTES);
            shards.forEach(shard -> shard.forEachInMemory(accounts::put));
            accounts.forEach((id, bytes) -> tell(Account.openOf(bytes, id), listener));
        }
    }

    private static void tell(OpenAlerts open, Listener listener) {
        open.pairs().forEach(listener::decided);
    }

    /** How many accounts there were. */
    long accounts() {
        return shards.stream().mapToLong(Accounts::known).sum();
    }
}
