package dev.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy in front of a server that answers with what it was asked. */
class RegistryProxyIT {

    private final int port = Ports.free();
    private final String url = "http://127.0.0.1:" + port;
    private final RegistryProxy proxy = RegistryProxy.bind(port);
    private HttpServer registry;

    RegistryProxyIT() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(Ports.loopback(), 0), 0);
    }

    @BeforeEach
    void start() {
        registry.createContext("/", RegistryProxyIT::echo);
        registry.start();
        proxy.forwardTo(registry.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        proxy.stop();
        registry.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void method_path_headers_and_body_arrive(String method) throws Exception {
        HttpResponse<String> response = Http.send(method, url + "/subjects/a?normalize=true", "{\"schema\":\"ü\"}");

        assertThat(response.body())
                .isEqualTo(method + " /apis/ccompat/v7/subjects/a?normalize=true"
                        + " application/vnd.schemaregistry.v1+json {\"schema\":\"ü\"}");
        assertThat(response.headers().firstValue("x-registry")).hasValue("echo");
    }

    @Test
    void body_of_unknown_length_arrives_whole() throws Exception {
        byte[] body = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> response = Http.send(
                "POST",
                url + "/subjects/a/versions",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(response.body()).endsWith(" " + new String(body, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 404, 409, 500})
    void status_is_passed_on(int status) throws Exception {
        assertThat(Http.get(url + "/status/" + status).statusCode()).isEqualTo(status);
    }

    @Test
    void ended_registry_is_an_outage_in_the_registrys_error_format() throws Exception {
        registry.stop(0);

        HttpResponse<String> response = Http.get(url + "/subjects");

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).contains("\"error_code\":502", "\"message\":");
    }

    private static void echo(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            byte[] answer = (exchange.getRequestMethod() + " " + path + " " + type + " " + body)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("x-registry", "echo");
            int status = path.contains("/status/") ? Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)) : 200;
            exchange.sendResponseHeaders(status, status == 204 ? -1 : answer.length);
            exchange.getResponseBody().write(status == 204 ? new byte[0] : answer);
        }
    }
}
