package dev.tocsin.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where an instance answers about an account; ids may hold anything. */
public final class AccountPath {
    private AccountPath() {}

    static String of(String account) {
        return "/accounts/" + encoded(account);
    }

    /**
     * Where it explains an event.
     *
     * @param event null for the newest
     */
    public static String explaining(String account, @Nullable String event) {
        return of(account) + "/explain" + (event == null ? "" : "?event=" + encoded(event));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
