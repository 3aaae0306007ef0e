package dev.tocsin.http;

import dev.tocsin.config.Http;
import dev.tocsin.config.TlsFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** A caller with what it shows: a token, a certificate, or nothing. */
record Asked(HttpClient client, String scheme, @Nullable String authorization) {
    static Asked plainly() {
        return new Asked(HttpClient.newHttpClient(), "http", null);
    }

    static Asked overTls(TlsFiles files) {
        return new Asked(HttpClient.newBuilder().sslContext(Tls.calling(files)).build(), "https", null);
    }

    Asked with(String header) {
        return new Asked(client, scheme, header);
    }

    Asked withToken(String token) {
        return with("Bearer " + token);
    }

    HttpResponse<String> get(HttpServer server, String path) throws IOException, InterruptedException {
        return ask("GET", server, path);
    }

    HttpResponse<String> ask(String method, HttpServer server, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(scheme + "://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static Http on(Http like, int port) {
        return new Http(like.host(), port, like.advertised(), like.tokens(), like.tls());
    }
}
