package dev.tocsin.detection;

import dev.tocsin.account.AccountEvent;
import dev.tocsin.account.ChangeType;
import dev.tocsin.account.Login;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a few words what an event was. */
final class Happening {
    private Happening() {}

    static String of(AccountEvent event) {
        return event.fold(Happening::of, change -> of(change.change()));
    }

    /** Says which types of change a set holds, in the contract's names. */
    static String anyOf(Set<ChangeType> types) {
        if (types.size() > 3 && Sequence.SENSITIVE.containsAll(types)) {
            String others = names(Sequence.SENSITIVE.stream().filter(type -> !types.contains(type)));
            return "a sensitive change" + (others.isEmpty() ? "" : ", not " + others);
        }
        return names(types.stream());
    }

    private static String names(Stream<ChangeType> types) {
        return types.sorted().map(ChangeType::name).collect(Collectors.joining(" or "));
    }

    private static String of(Login login) {
        return login.succeeded() ? "login" : "login attempt";
    }

    private static String of(ChangeType change) {
        return switch (change) {
            case PASSWORD_RESET_REQUESTED -> "password reset asked for";
            case PASSWORD_RESET -> "password reset";
            case PASSWORD_CHANGED -> "password changed";
            case EMAIL_CHANGED -> "e-mail address changed";
            case PHONE_CHANGED -> "phone number changed";
            case RECOVERY_CHANGED -> "recovery option changed";
            case RECOVERY_USED -> "recovery option used";
            case MFA_ENROLLED -> "second factor enrolled";
            case MFA_DISABLED -> "second factor switched off";
            case PAYOUT_CHANGED -> "payout destination changed";
            case PAYOUT_REQUESTED -> "payout requested";
            case NOTIFICATIONS_CHANGED -> "notifications changed";
            case API_KEY_CREATED -> "API key created";
            case SESSIONS_REVOKED -> "sessions revoked";
            case ACCOUNT_CLOSED -> "account closed";
            case UNKNOWN -> "unknown change";
        };
    }
}
