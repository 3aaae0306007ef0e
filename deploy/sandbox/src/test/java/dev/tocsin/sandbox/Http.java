package dev.tocsin.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Speaks HTTP as an ordinary registry client does. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return send("GET", url, BodyPublishers.noBody());
    }

    static HttpResponse<String> send(String method, String url, String body) throws IOException, InterruptedException {
        return send(method, url, BodyPublishers.ofString(body));
    }

    static HttpResponse<String> send(String method, String url, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, body)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
