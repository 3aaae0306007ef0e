package dev.tocsin.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the registry's Confluent API at the root path, where Confluent's clients look for it.
 *
 * <p>A path that starts with {@code /apis/} goes to the registry as it is; any other is looked up under
 * {@value #CONFLUENT_API}. Bodies are streamed in both directions.
 */
final class RegistryProxy {

    static final String CONFLUENT_API = "/apis/ccompat/v7";

    /** About one connection, not about the message (RFC 9110, 7.6.1), or set by the HTTP client itself. */
    private static final Set<String> NOT_FORWARDED = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final int NO_BODY = -1;
    private static final int UNKNOWN_LENGTH = 0;
    private static final int NO_CONTENT = 204;
    private static final int BAD_GATEWAY = 502;

    static {
        // Without it every small answer on a kept-alive connection waits 40 ms for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(RegistryProxy::daemon);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RegistryProxy(HttpServer server) {
        this.server = server;
    }

    /** Takes the port; connections wait in its backlog until {@link #forwardTo}. */
    static RegistryProxy bind(int port) {
        try {
            return new RegistryProxy(HttpServer.create(new InetSocketAddress(Ports.loopback(), port), 0));
        } catch (IOException e) {
            throw new SandboxException("Port " + port + " on 127.0.0.1 cannot be used: " + e, e);
        }
    }

    void forwardTo(int registryPort) {
        server.createContext("/", exchange -> answer(exchange, registryPort));
        server.setExecutor(threads);
        server.start();
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, int registryPort) throws IOException {
        try (exchange) {
            HttpResponse<InputStream> response;
            try {
                response = client.send(request(exchange, registryPort), BodyHandlers.ofInputStream());
            } catch (IOException registryGone) {
                refuse(exchange);
                return;
            }
            relay(response, exchange);
        } catch (InterruptedException e) {
            // The sandbox stops; closing the exchange is all the client gets to know.
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(HttpExchange exchange, int registryPort) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target(exchange.getRequestURI(), registryPort))
                .method(exchange.getRequestMethod(), body(exchange));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isForwarded(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    /** Works on the raw text: decoding and encoding again would change subjects with escaped characters. */
    static URI target(URI asked, int registryPort) {
        String path = asked.getRawPath();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        String prefix = path.startsWith("/apis/") ? "" : CONFLUENT_API;
        return URI.create("http://127.0.0.1:" + registryPort + prefix + path + query);
    }

    private static BodyPublisher body(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (length != null && !length.equals("0")) {
            return BodyPublishers.fromPublisher(
                    BodyPublishers.ofInputStream(exchange::getRequestBody), Long.parseLong(length));
        }
        boolean isChunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
        return isChunked ? BodyPublishers.ofInputStream(exchange::getRequestBody) : BodyPublishers.noBody();
    }

    private static void relay(HttpResponse<InputStream> response, HttpExchange exchange) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (isForwarded(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        try (InputStream body = response.body()) {
            exchange.sendResponseHeaders(response.statusCode(), bodyLength(response));
            body.transferTo(exchange.getResponseBody());
        }
    }

    /** In the words of {@link HttpExchange#sendResponseHeaders}: -1 for no body, 0 for one of unknown length. */
    private static long bodyLength(HttpResponse<?> response) {
        boolean isBodiless = response.request().method().equals("HEAD") || response.statusCode() == NO_CONTENT;
        if (isBodiless) {
            return NO_BODY;
        }
        long length = response.headers().firstValueAsLong("content-length").orElse(UNKNOWN_LENGTH);
        return length == 0 ? NO_BODY : Math.max(length, UNKNOWN_LENGTH);
    }

    /** Answers in the registry's own error format, so that clients take it for an outage and try again. */
    private static void refuse(HttpExchange exchange) throws IOException {
        byte[] error =
                "{\"error_code\":502,\"message\":\"The sandbox's registry process has ended; see registry.log.\"}"
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(BAD_GATEWAY, error.length);
        exchange.getResponseBody().write(error);
    }

    private static boolean isForwarded(String header) {
        return !NOT_FORWARDED.contains(header.toLowerCase(Locale.ROOT));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "registry-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
