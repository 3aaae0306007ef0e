package dev.tocsin.codec;

import dev.tocsin.account.AccountChange;
import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.EventId;
import dev.tocsin.account.Hash64;
import dev.tocsin.account.Initiator;
import dev.tocsin.account.Login;
import dev.tocsin.account.Mfa;
import dev.tocsin.account.Source;
import org.jspecify.annotations.Nullable;

/**
 * The events of one list in the state, in their order: a source that equals the one before it is not written again, and
 * an id that is a UUID takes 16 bytes.
 */
final class EventBytes {
    private static final int CHANGE = 1;
    private static final int UUID_ID = 2;
    private static final int SEGMENT = 4;
    private static final int SAME_SOURCE = 8;
    private static final int OLD_VALUE = 16;
    private static final int NEW_VALUE = 32;
    private static final String DEFAULT_SEGMENT = "default";

    private static final Codes<Login.Outcome> OUTCOMES = new Codes<>(Login.Outcome.class);
    private static final Codes<Login.FailureReason> REASONS = new Codes<>(Login.FailureReason.class);
    private static final Codes<Login.AuthMethod> METHODS = new Codes<>(Login.AuthMethod.class);
    private static final Codes<Mfa> MFAS = new Codes<>(Mfa.class);
    private static final Codes<ChangeType> CHANGES = new Codes<>(ChangeType.class);
    private static final Codes<Initiator> INITIATORS = new Codes<>(Initiator.class);

    private final String accountId;
    private @Nullable Source last;

    /**
     * Starts a list.
     *
     * @param accountId of every event; the state is stored under it, so it is not written
     */
    EventBytes(String accountId) {
        this.accountId = accountId;
    }

    void write(Out out, AccountEvent event) {
        boolean sameSource = event.source().equals(last);
        int flags = (event.id().isUuid() ? UUID_ID : 0)
                | (event.segment().equals(DEFAULT_SEGMENT) ? 0 : SEGMENT)
                | (sameSource ? SAME_SOURCE : 0);
        out.number(flags | (event instanceof AccountChange change ? changeFlags(change) : 0));
        bare(out, event.id());
        if (!event.segment().equals(DEFAULT_SEGMENT)) {
            out.text(event.segment());
        }
        out.millis(event.atMillis());
        if (event instanceof Login login) {
            write(out, login);
        } else {
            write(out, (AccountChange) event);
        }
        if (!sameSource) {
            SourceBytes.write(out, event.source());
        }
        last = event.source();
    }

    /** An id on its own, outside of a list of events. */
    static void id(Out out, EventId id) {
        out.number(id.isUuid() ? 1 : 0);
        bare(out, id);
    }

    private static void bare(Out out, EventId id) {
        if (id.isUuid()) {
            out.bits(id.high()).bits(id.low());
        } else {
            out.text(id.toString());
        }
    }

    static EventId id(In in) {
        return bare(in, in.small() == 1);
    }

    private static EventId bare(In in, boolean isUuid) {
        return isUuid ? EventId.ofUuid(in.bits(), in.bits()) : EventId.of(in.text());
    }

    private static int changeFlags(AccountChange change) {
        return CHANGE
                | (change.oldValue() == Hash64.NONE ? 0 : OLD_VALUE)
                | (change.newValue() == Hash64.NONE ? 0 : NEW_VALUE);
    }

    private static Out write(Out out, Login login) {
        return out.number(OUTCOMES.of(login.outcome()) | (REASONS.of(login.failureReason()) << 3))
                .number(METHODS.of(login.authMethod()) | (MFAS.of(login.mfa()) << 3));
    }

    private static Out write(Out out, AccountChange change) {
        out.number(CHANGES.of(change.change()) | (MFAS.of(change.mfa()) << 4))
                .number(INITIATORS.of(change.initiator()));
        if (change.oldValue() != Hash64.NONE) {
            out.bits(change.oldValue());
        }
        return change.newValue() == Hash64.NONE ? out : out.bits(change.newValue());
    }

    Login readLogin(In in) {
        return (Login) read(in);
    }

    AccountChange readChange(In in) {
        return (AccountChange) read(in);
    }

    AccountEvent read(In in) {
        int flags = in.small();
        EventId id = bare(in, SourceBytes.has(flags, UUID_ID));
        String segment = SourceBytes.has(flags, SEGMENT) ? in.text() : DEFAULT_SEGMENT;
        long at = in.millis();
        return SourceBytes.has(flags, CHANGE) ? change(in, flags, id, segment, at) : login(in, flags, id, segment, at);
    }

    private Login login(In in, int flags, EventId id, String segment, long at) {
        int result = in.small();
        int means = in.small();
        return new Login(
                id,
                accountId,
                segment,
                at,
                OUTCOMES.constant(result & 7),
                REASONS.constant(result >>> 3),
                METHODS.constant(means & 7),
                MFAS.constant(means >>> 3),
                source(in, flags));
    }

    private AccountChange change(In in, int flags, EventId id, String segment, long at) {
        int what = in.small();
        Initiator initiator = INITIATORS.constant(in.small());
        long oldValue = SourceBytes.has(flags, OLD_VALUE) ? in.bits() : Hash64.NONE;
        long newValue = SourceBytes.has(flags, NEW_VALUE) ? in.bits() : Hash64.NONE;
        return new AccountChange(
                id,
                accountId,
                segment,
                at,
                CHANGES.constant(what & 15),
                initiator,
                MFAS.constant(what >>> 4),
                oldValue,
                newValue,
                source(in, flags));
    }

    private Source source(In in, int flags) {
        Source source = SourceBytes.has(flags, SAME_SOURCE) && last != null ? last : SourceBytes.read(in);
        last = source;
        return source;
    }
}
