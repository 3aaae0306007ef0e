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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a running detector over HTTP; whatever goes wrong becomes a sentence. */
final class RunningInstance {
    /** Longer than an instance waits for another one. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private RunningInstance(String base) {
        this.base = base;
    }

    /**
     * An instance that may be there.
     *
     * @throws UserMistake when that is no address of one
     */
    static RunningInstance at(String url) {
        try {
            URI uri = new URI(url);
            boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getQuery() == null) {
                return new RunningInstance(url.replaceAll("/+$", ""));
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
        String trouble = error(response.body()).orElseThrow(() -> stranger(response));
        throw new UserMistake(
                response.statusCode() == 404
                        ? "account " + account + ": " + trouble
                        : base + " cannot tell: " + trouble);
    }

    private HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
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
