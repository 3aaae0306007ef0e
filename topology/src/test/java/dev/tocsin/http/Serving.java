package dev.tocsin.http;

import dev.tocsin.codec.StoredAccount;
import dev.tocsin.config.AccessTokens;
import dev.tocsin.config.Http;
import dev.tocsin.config.TlsFiles;
import dev.tocsin.publishing.Following;
import dev.tocsin.streams.AccountLookup.Answer;
import dev.tocsin.testing.TestAccount;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The production server over accounts that a test knows. */
final class Serving {
    static final String ANNA = "anna-token-0123456789abcdef";
    static final String PROMETHEUS = "prom-token-0123456789abcdef";
    static final AccessTokens TOKENS = new AccessTokens(Map.of("anna", ANNA, "prometheus", PROMETHEUS));

    private static final TestAccount ACCOUNT = TestAccount.settledInOslo();

    private Serving() {}

    static Http guarded(AccessTokens tokens, @Nullable TlsFiles tls) {
        return new Http("127.0.0.1", 0, null, tokens, tls);
    }

    /** Knows one account, and is not ready for a reason that names a broker. */
    static HttpServer start(Http http) {
        return start(http, Serving::find);
    }

    static HttpServer start(Http http, Function<String, Answer> accounts) {
        return HttpServer.start(
                http,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                () -> Optional.of("kafka-7.internal is away"),
                new AccountEndpoint(accounts, ACCOUNT.engine(), http),
                new ThresholdsEndpoint(() -> new Following(Thresholds.defaults(), VersionLog.EMPTY, null)));
    }

    static Answer find(String account) {
        return account.equals(TestAccount.ID)
                ? new Answer.Found(new StoredAccount(ACCOUNT.state(), 0, 0))
                : new Answer.Unknown();
    }

    /** An instance that sends every question on to another one. */
    static HttpServer before(HttpServer owner, Http http) {
        return start(http, account -> new Answer.Elsewhere("127.0.0.1", owner.port()));
    }
}
