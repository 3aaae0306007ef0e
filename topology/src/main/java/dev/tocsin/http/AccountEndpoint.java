package dev.tocsin.http;

import dev.tocsin.config.Http;
import dev.tocsin.engine.AccountState;
import dev.tocsin.engine.DetectionEngine;
import dev.tocsin.explain.Report;
import dev.tocsin.explain.ReportJson;
import dev.tocsin.explain.Reporter;
import dev.tocsin.streams.AccountLookup.Answer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Shows what is remembered of an account, and why an event of it was judged as it was, asking the instance that owns the account
 * when that is another one.
 */
public final class AccountEndpoint {
    private static final String SAME =
            "all instances need the same http.tokens, and certificates of http.tls.client-ca";

    private final Function<String, Answer> accounts;
    private final DetectionEngine engine;
    private final Peers peers;

    /**
     * Looks up here or elsewhere.
     *
     * @param accounts finds what is remembered of an account id
     * @param engine the one that the detector judges with, to tell why alerts fired
     * @param http as other instances are configured too
     * @throws Tls.UnusableException when its files do not make TLS
     */
    public AccountEndpoint(Function<String, Answer> accounts, DetectionEngine engine, Http http) {
        this.accounts = accounts;
        this.engine = engine;
        this.peers = new Peers(http);
    }

    /** {@code GET /accounts/{id}}. */
    void show(Context context) {
        String account = context.pathParam("id");
        answer(
                context,
                AccountPath.of(account),
                state -> context.json(AccountView.of(account, state, engine.alertsOf(state))));
    }

    /** {@code GET /accounts/{id}/explain}, of the newest event or of the one that {@code event} names. */
    void explain(Context context) {
        String account = context.pathParam("id");
        String event = context.queryParam("event");
        answer(context, AccountPath.explaining(account, event), state -> explain(context, account, event, state));
    }

    private void explain(Context context, String account, @Nullable String event, AccountState state) {
        Optional<Report> report = Reporter.find(engine, account, state, event);
        if (report.isPresent()) {
            context.contentType("application/json").result(ReportJson.write(report.get()));
        } else {
            problem(
                    context,
                    HttpStatus.NOT_FOUND,
                    "the account is known, but no event " + event
                            + " of it is remembered; one that is older than the grace"
                            + " and raised none of the last alerts can be explained from a file of events");
        }
    }

    private void answer(Context context, String path, Consumer<AccountState> found) {
        Answer answer = accounts.apply(context.pathParam("id"));
        if (answer instanceof Answer.Found here) {
            found.accept(here.account().state());
        } else if (answer instanceof Answer.Elsewhere owner) {
            forward(context, path, owner);
        } else if (answer instanceof Answer.NotNow later) {
            problem(context, HttpStatus.SERVICE_UNAVAILABLE, later.reason() + "; ask again in a few seconds");
        } else {
            problem(context, HttpStatus.NOT_FOUND, "no event of this account has been seen");
        }
    }

    private void forward(Context context, String path, Answer.Elsewhere owner) {
        if (Peers.isForwarded(context)) {
            problem(
                    context,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "the account's partition is moving; ask again in a few seconds");
            return;
        }
        try {
            HttpResponse<String> response = peers.ask(owner, path, context);
            if (response.statusCode() == HttpStatus.UNAUTHORIZED.getCode()) {
                problem(context, HttpStatus.BAD_GATEWAY, at(owner) + " refuses this one; " + SAME);
            } else {
                context.status(response.statusCode())
                        .contentType("application/json")
                        .result(response.body());
            }
        } catch (SSLException e) {
            problem(
                    context,
                    HttpStatus.BAD_GATEWAY,
                    at(owner) + " is not believed: its certificate must be of that name, and of an authority in"
                            + " http.tls.ca");
        } catch (IOException e) {
            problem(
                    context,
                    HttpStatus.BAD_GATEWAY,
                    at(owner) + ", which owns the account, does not answer; check http.advertised there");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem(context, HttpStatus.SERVICE_UNAVAILABLE, "stopping");
        }
    }

    private static String at(Answer.Elsewhere owner) {
        return "the instance at " + owner.host() + ':' + owner.port();
    }

    private static void problem(Context context, HttpStatus status, String reason) {
        context.status(status).json(Map.of("error", reason));
    }
}
