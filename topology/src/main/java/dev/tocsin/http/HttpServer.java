package dev.tocsin.http;

import dev.tocsin.config.Http;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers over HTTP: whether the process lives, whether it works, what it counts, what it remembers of an account.
 *
 * <pre>
 *   GET /health/live       200 while the process can answer
 *   GET /health/ready      200, or 503 with the reason; either with warnings
 *   GET /metrics           Prometheus text
 *   GET /accounts/{id}     JSON; 404 for an account never seen, 503 while partitions move
 *   GET /accounts/{id}/explain[?event=E]   the same, of why an event was judged as it was
 *   GET /thresholds        JSON: in force, waiting, published before, refused
 *   GET /thresholds/{v}    the document of a version, as YAML; 404 for one that was never published
 * </pre>
 *
 * Only health is told to everybody; where callers must say who they are, strangers get 401 for the rest, and no reasons.
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
     * @param trouble why the detector is not ready; empty when it is
     * @throws PortInUseException when another process listens there
     * @throws Tls.UnusableException when the files do not make TLS
     */
    public static HttpServer start(
            Http http,
            PrometheusMeterRegistry metrics,
            Supplier<Optional<String>> trouble,
            AccountEndpoint accounts,
            ThresholdsEndpoint thresholds) {
        AuditLog audit = new AuditLog();
        Guard guard = new Guard(http, audit, metrics);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            Listener.of(http).listen(config.jetty);
            config.routes.before(guard::check);
            config.routes.after("/accounts/{id}", audit::lookedUp);
            config.routes.after("/accounts/{id}/explain", audit::lookedUp);
            routes(config.routes, metrics, accounts);
            routes(config.routes, trouble, thresholds);
        });
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            throw new PortInUseException(http.host(), http.port(), e);
        }
        return new HttpServer(javalin);
    }

    private static void routes(RoutesConfig routes, PrometheusMeterRegistry metrics, AccountEndpoint accounts) {
        routes.get(Guard.LIVE, context -> context.json(Map.of("status", "up")));
        routes.get("/metrics", context -> context.contentType(PROMETHEUS).result(metrics.scrape()));
        routes.get("/accounts/{id}", accounts::show);
        routes.get("/accounts/{id}/explain", accounts::explain);
    }

    private static void routes(RoutesConfig routes, Supplier<Optional<String>> trouble, ThresholdsEndpoint thresholds) {
        routes.get(Guard.READY, context -> ready(context, trouble.get(), thresholds.warnings()));
        routes.get("/thresholds", thresholds::show);
        routes.get("/thresholds/{version}", thresholds::text);
    }

    private static void ready(Context context, Optional<String> trouble, List<String> warnings) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", trouble.isEmpty() ? "ready" : "not ready");
        if (Guard.caller(context) != null) { // reasons name brokers, warnings quote documents
            trouble.ifPresent(reason -> answer.put("reason", reason));
            if (!warnings.isEmpty()) {
                answer.put("warnings", warnings);
            }
        }
        context.status(trouble.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(answer);
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
