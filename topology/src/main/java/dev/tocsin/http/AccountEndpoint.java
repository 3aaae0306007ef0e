package dev.tocsin.http;

import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.streams.AccountLookup.Answer;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Shows what is remembered of an account, asking the instance that owns it when that is another one. */
public final class AccountEndpoint implements Handler {
    /** Set on a request from one instance to another, so that a look-up never travels twice. */
    private static final String FORWARDED = "Tocsin-Forwarded";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Function<String, Answer> accounts;
    private final DetectionEngine engine;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * Looks up here or elsewhere.
     *
     * @param accounts finds what is remembered of an account id
     * @param engine the one that the detector judges with, to tell why alerts fired
     */
    public AccountEndpoint(Function<String, Answer> accounts, DetectionEngine engine) {
        this.accounts = accounts;
        this.engine = engine;
    }

    @Override
    public void handle(Context context) {
        String account = context.pathParam("id");
        Answer answer = accounts.apply(account);
        if (answer instanceof Answer.Found found) {
            AccountState state = found.account().state();
            context.json(AccountView.of(account, state, engine.alertsOf(state)));
        } else if (answer instanceof Answer.Elsewhere owner) {
            forward(context, account, owner);
        } else if (answer instanceof Answer.NotNow later) {
            problem(context, HttpStatus.SERVICE_UNAVAILABLE, later.reason() + "; ask again in a few seconds");
        } else {
            problem(context, HttpStatus.NOT_FOUND, "no event of this account has been seen");
        }
    }

    private void forward(Context context, String account, Answer.Elsewhere owner) {
        if (context.header(FORWARDED) != null) {
            problem(
                    context,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "the account's partition is moving; ask again in a few seconds");
            return;
        }
        String path = "/accounts/"
                + URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + owner.host() + ':' + owner.port() + path))
                .timeout(PATIENCE)
                .header(FORWARDED, "1")
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            context.status(response.statusCode())
                    .contentType("application/json")
                    .result(response.body());
        } catch (IOException e) {
            problem(
                    context,
                    HttpStatus.BAD_GATEWAY,
                    "the instance at " + owner.host() + ':' + owner.port()
                            + ", which owns the account, does not answer; check http.advertised there");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem(context, HttpStatus.SERVICE_UNAVAILABLE, "stopping");
        }
    }

    private static void problem(Context context, HttpStatus status, String reason) {
        context.status(status).json(Map.of("error", reason));
    }
}
