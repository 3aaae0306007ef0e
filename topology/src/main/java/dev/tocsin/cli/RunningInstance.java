package dev.tocsin.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.explain.Report;
import dev.tocsin.explain.ReportJson;
import dev.tocsin.http.AccountPath;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Asks a running detector over HTTP; whatever goes wrong becomes a sentence. */
final class RunningInstance {
    /** Longer than an instance waits for another one. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final Credentials credentials;
    private final Map<String, String> environment;
    private final HttpClient client;

    private RunningInstance(String base, Credentials credentials, Map<String, String> environment) {
        this.base = base;
        this.credentials = credentials;
        this.environment = environment;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(PATIENCE);
        credentials.prepare(builder);
        this.client = builder.build();
    }

    /**
     * An instance that may be there.
     *
     * @throws UserMistake when that is no address of one
     */
    static RunningInstance at(String url, Credentials credentials, Map<String, String> environment) {
        try {
            URI uri = new URI(url);
            boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getQuery() == null) {
                return new RunningInstance(url.replaceAll("/+$", ""), credentials, environment);
            }
        } catch (URISyntaxException e) {
            // told below like every other
        }
        throw new UserMistake(
                "--url " + url + " is no address of a detector; give one such as " + ExplainCommand.DEFAULT_URL);
    }

    Report explain(String account, @Nullable String event) {
        HttpResponse<String> response = get(AccountPath.explaining(account, event));
        if (response.statusCode() == 200) {
            try {
                return ReportJson.read(response.body());
            } catch (IllegalArgumentException e) {
                throw stranger(response);
            }
        }
        if (response.statusCode() == 401) {
            throw new UserMistake(base + " does not know you: give your token with --token-file or " + Credentials.TOKEN
                    + ", or your certificate with --certificate and --key");
        }
        String trouble = error(response.body()).orElseThrow(() -> stranger(response));
        throw new UserMistake(
                response.statusCode() == 404
                        ? "account " + account + ": " + trouble
                        : base + " cannot tell: " + trouble);
    }

    private HttpResponse<String> get(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        credentials.show(request, environment);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (SSLException e) {
            throw new UserMistake(base + " cannot be believed (" + e.getMessage()
                    + "): give its authority with --ca, or its own name with --url");
        } catch (IOException e) {
            throw new UserMistake("no detector answers at " + base
                    + "; start one, give the address of one with --url, or explain from a file with --events");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserMistake("interrupted while waiting for " + base);
        }
    }

    private static Optional<String> error(String body) {
        try {
            return Optional.ofNullable(JSON.readTree(body).path("error").textValue());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private UserMistake stranger(HttpResponse<String> response) {
        return new UserMistake("what answers at " + base + " (status " + response.statusCode()
                + ") is no Tocsin of this version; check --url");
    }
}
