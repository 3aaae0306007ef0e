package dev.tocsin.http;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers over HTTP: whether the process lives, whether it works, what it counts, what it remembers of an account.
 *
 * <pre>
 *   GET /health/live       200 while the process can answer
 *   GET /health/ready      200, or 503 with the reason
 *   GET /metrics           Prometheus text
 *   GET /accounts/{id}     JSON; 404 for an account never seen, 503 while partitions move
 *   GET /accounts/{id}/explain[?event=E]   the same, of why an event was judged as it was
 * </pre>
 */
public final class HttpServer implements AutoCloseable {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** The port is taken; the message says which, and what to do. */
    public static final class PortInUseException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PortInUseException(String host, int port, Throwable cause) {
            super(
                    "Port " + port + " on " + host
                            + " is in use by another process. Stop that process, or choose another"
                            + " port with http.port in the configuration or TOCSIN_HTTP_PORT.",
                    cause);
        }
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @param trouble why the detector is not ready; empty when it is
     * @throws PortInUseException when another process listens there
     */
    public static HttpServer start(
            String host,
            int port,
            PrometheusMeterRegistry metrics,
            Supplier<Optional<String>> trouble,
            AccountEndpoint accounts) {
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            routes(config.routes, metrics, trouble, accounts);
        });
        try {
            javalin.start(host, port);
        } catch (JavalinBindException e) {
            throw new PortInUseException(host, port, e);
        }
        return new HttpServer(javalin);
    }

    private static void routes(
            RoutesConfig routes,
            PrometheusMeterRegistry metrics,
            Supplier<Optional<String>> trouble,
            AccountEndpoint accounts) {
        routes.get("/health/live", context -> context.json(Map.of("status", "up")));
        routes.get("/health/ready", context -> ready(context, trouble.get()));
        routes.get("/metrics", context -> context.contentType(PROMETHEUS).result(metrics.scrape()));
        routes.get("/accounts/{id}", accounts::show);
        routes.get("/accounts/{id}/explain", accounts::explain);
    }

    private static void ready(Context context, Optional<String> trouble) {
        if (trouble.isEmpty()) {
            context.json(Map.of("status", "ready"));
        } else {
            context.status(HttpStatus.SERVICE_UNAVAILABLE).json(Map.of("status", "not ready", "reason", trouble.get()));
        }
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
