package dev.tocsin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.Bytes;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.codec.EventJson;
import dev.tocsin.codec.InvalidEventException;
import dev.tocsin.replay.BadItems;
import dev.tocsin.replay.EventLine;
import dev.tocsin.replay.EventLines;
import java.io.IOException;
import java.io.InputStream;

/** Reads one account's events out of a file of many, whatever its size: only one line is kept at a time. */
final class AccountFile {
    private final ReplayFiles files;
    private final EventJson events;
    private final BadItems badLines;
    private final String account;
    private final byte[] literally;

    AccountFile(Terminal terminal, EventJson events, String account) {
        this.files = new ReplayFiles(terminal);
        this.events = events;
        this.badLines = new BadItems(terminal.err(), "lines");
        this.account = account;
        this.literally = account.getBytes(UTF_8);
    }

    /**
     * Reads all of it.
     *
     * @return how many lines that may have been the account's could not be read
     */
    long readInto(AccountHistory history, String file) {
        try (InputStream in = files.events(file)) {
            EventLines lines = EventLines.of(in);
            for (EventLine line = lines.next(); line != null; line = lines.next()) {
                if (mayBeTheAccounts(line)) {
                    take(line, history);
                }
            }
        } catch (IOException e) {
            throw new UserMistake(ReplayFiles.unreadable(file, e));
        }
        badLines.finish();
        return badLines.count();
    }

    private void take(EventLine line, AccountHistory history) {
        try {
            AccountEvent event = line.read(events);
            if (event.accountId().equals(account)) {
                history.take(event);
            }
        } catch (InvalidEventException e) {
            badLines.add(line.place(), String.valueOf(e.getMessage()));
        }
    }

    /** Spares the parser other accounts' lines: one that writes nothing in escapes must hold the id as it is. */
    private boolean mayBeTheAccounts(EventLine line) {
        byte[] bytes = line.bytes();
        return line.isOverlong() || Bytes.contains(bytes, (byte) '\\') || Bytes.indexOf(bytes, literally) >= 0;
    }
}
