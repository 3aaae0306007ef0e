package dev.tocsin.http;

import dev.tocsin.config.Http;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets in who may ask: whatever is not health, and has no other rule, is closed. */
final class Guard {
    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";

    private static final Set<String> OPEN = Set.of(LIVE, READY);
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate"; // the servlet specification's
    private static final String CALLER = "tocsin.caller";

    private final Http http;
    private final AuditLog audit;
    private final Counter refused;

    Guard(Http http, AuditLog audit, MeterRegistry meters) {
        this.http = http;
        this.audit = audit;
        this.refused = Counter.builder("tocsin.http.refused")
                .description("Requests of somebody who may not ask")
                .register(meters);
    }

    /** Before every request, of paths that do not exist too. */
    void check(Context context) {
        Optional<Caller> caller = callerOf(context);
        caller.ifPresent(known -> context.attribute(CALLER, known));
        if (caller.isEmpty() && !OPEN.contains(context.path())) {
            refused.increment();
            audit.refused(context);
            context.header("WWW-Authenticate", "Bearer realm=\"tocsin\"")
                    .status(HttpStatus.UNAUTHORIZED)
                    .json(Map.of("error", "this needs a token, or a client certificate, that this detector knows"))
                    .skipRemainingHandlers();
        }
    }

    /** Who asks; null for a stranger, to whom only health is told. */
    static @Nullable Caller caller(Context context) {
        return context.attribute(CALLER);
    }

    private Optional<Caller> callerOf(Context context) {
        if (!http.isGuarded()) {
            return Optional.of(Caller.ANYBODY);
        }
        return byToken(context).or(() -> byCertificate(context.req()));
    }

    private Optional<Caller> byToken(Context context) {
        String header = context.header("Authorization");
        Matcher bearer = BEARER.matcher(header == null ? "" : header);
        return bearer.matches()
                ? http.tokens().nameOf(bearer.group(1)).map(name -> new Caller(name, Caller.Proof.TOKEN))
                : Optional.empty();
    }

    /** TLS has already held the chain against {@code client-ca}: another one never gets as far as this. */
    private static Optional<Caller> byCertificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(new Caller(chain[0].getSubjectX500Principal().getName(), Caller.Proof.CERTIFICATE))
                : Optional.empty();
    }
}
