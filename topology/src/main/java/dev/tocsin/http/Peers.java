package dev.tocsin.http;

import dev.tocsin.config.Http;
import dev.tocsin.config.TlsFiles;
import dev.tocsin.streams.AccountLookup.Answer;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Asks other instances, as the one who asked: with the same token, or, for somebody with a certificate, with this instance's own.
 *
 * <p>No token of an instance could be used by a caller to see more than their own lets them.
 */
final class Peers {
    /** Set on a request from one instance to another, so that a look-up never travels twice. */
    private static final String FORWARDED = "Tocsin-Forwarded";

    private static final String AUTHORIZATION = "Authorization";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String scheme;
    private final HttpClient client;

    Peers(Http http) {
        TlsFiles tls = http.tls();
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(PATIENCE);
        if (tls != null) {
            builder.sslContext(Tls.calling(tls));
        }
        this.scheme = tls == null ? "http" : "https";
        this.client = builder.build();
    }

    static boolean isForwarded(Context context) {
        return context.header(FORWARDED) != null;
    }

    /**
     * Asks the owner of an account what this instance was asked.
     *
     * @throws IOException when it does not answer, or nobody knows that it is who it says
     */
    HttpResponse<String> ask(Answer.Elsewhere owner, String path, Context asked)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(scheme + "://" + owner.host() + ':' + owner.port() + path))
                .timeout(PATIENCE)
                .header(FORWARDED, "1");
        Caller caller = Guard.caller(asked);
        String authorization = asked.header(AUTHORIZATION);
        if (caller != null && caller.proof() == Caller.Proof.TOKEN && authorization != null) {
            request.header(AUTHORIZATION, authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
