package dev.tocsin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.tocsin.config.AccessTokens;
import dev.tocsin.config.Http;
import dev.tocsin.config.TlsFiles;
import dev.tocsin.testing.Heard;
import dev.tocsin.testing.TestCertificates;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP over TLS, callers known by certificates, and instances that ask one another so. */
class TlsTest {
    @TempDir
    private static Path folder = Path.of("");

    private static TestCertificates ours;
    private static TestCertificates strangers;

    @BeforeAll
    static void sign() throws IOException {
        ours = TestCertificates.authority(folder, "ours");
        ours.sign("tocsin-1");
        ours.sign("alerts");
        ours.sign("elsewhere", "san=dns:elsewhere.example");
        // of the same name, so that its certificates are shown where ours are asked for
        strangers = TestCertificates.authority(Files.createDirectory(folder.resolve("strangers")), "ours");
        strangers.sign("eve");
    }

    private static TlsFiles files(String subject, boolean clientsToo) {
        Path certificate = ours.certificate(subject);
        return new TlsFiles(certificate, ours.key(certificate), null, null, ours.ca(), clientsToo ? ours.ca() : null);
    }

    private static Asked trusting() {
        return Asked.overTls(new TlsFiles(null, null, null, null, ours.ca(), null));
    }

    @Test
    void token_opens_over_tls_and_plain_http_is_not_spoken() throws Exception {
        try (HttpServer server = Serving.start(Serving.guarded(Serving.TOKENS, files("tocsin-1", false)))) {
            assertThat(trusting()
                            .withToken(Serving.ANNA)
                            .get(server, "/metrics")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(trusting().get(server, "/metrics").statusCode()).isEqualTo(401);
            assertThatThrownBy(() -> Asked.plainly().withToken(Serving.ANNA).get(server, "/metrics"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void certificate_of_the_clients_authority_opens_and_its_subject_is_written_down() throws Exception {
        Http http = Serving.guarded(AccessTokens.NONE, files("tocsin-1", true));
        try (Heard audit = Heard.of(AuditLog.LOGGER, Level.INFO);
                HttpServer server = Serving.start(http)) {
            HttpResponse<String> answer = Asked.overTls(files("alerts", false)).get(server, "/accounts/account-1");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(audit.lines()).singleElement().satisfies(line -> assertThat(line)
                    .contains("\"who\":\"CN=alerts\"", "\"proof\":\"certificate\""));
        }
    }

    @Test
    void no_certificate_opens_health_only_and_a_strangers_opens_nothing() throws Exception {
        Http http = Serving.guarded(AccessTokens.NONE, files("tocsin-1", true));
        try (HttpServer server = Serving.start(http)) {
            assertThat(trusting().get(server, "/health/live").statusCode()).isEqualTo(200);
            assertThat(trusting().get(server, "/accounts/account-1").statusCode())
                    .isEqualTo(401);
            Path certificate = strangers.certificate("eve");
            Asked eve =
                    Asked.overTls(new TlsFiles(certificate, strangers.key(certificate), null, null, ours.ca(), null));
            assertThatThrownBy(() -> eve.get(server, "/health/live")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void where_no_authority_of_clients_is_named_certificates_open_nothing() throws Exception {
        try (HttpServer server = Serving.start(Serving.guarded(Serving.TOKENS, files("tocsin-1", false)))) {
            assertThat(Asked.overTls(files("alerts", false))
                            .get(server, "/metrics")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void instances_ask_one_another_with_the_callers_token_or_their_own_certificate() throws Exception {
        Http http = Serving.guarded(Serving.TOKENS, files("tocsin-1", true));
        try (HttpServer owner = Serving.start(http);
                HttpServer asked = Serving.before(owner, http)) {
            String path = "/accounts/account-1";
            assertThat(trusting().withToken(Serving.ANNA).get(asked, path).statusCode())
                    .isEqualTo(200);
            assertThat(Asked.overTls(files("alerts", false)).get(asked, path).body())
                    .contains("\"accountId\":\"account-1\"");
            assertThat(trusting().get(asked, path).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void owner_that_cannot_prove_its_name_is_not_given_the_callers_token() throws Exception {
        try (Heard audit = Heard.of(AuditLog.LOGGER, Level.INFO);
                HttpServer owner = Serving.start(Serving.guarded(Serving.TOKENS, files("elsewhere", false)));
                HttpServer asked = Serving.before(owner, Serving.guarded(Serving.TOKENS, files("tocsin-1", false)))) {
            HttpResponse<String> answer = trusting().withToken(Serving.ANNA).get(asked, "/accounts/account-1");

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("is not believed", "http.tls.ca");
            assertThat(audit.lines()).hasSize(1);
        }
    }

    @Test
    void owner_with_other_tokens_is_named_with_what_to_do() throws Exception {
        AccessTokens others = new AccessTokens(java.util.Map.of("bob", "bobs-token-0123456789abcdef"));
        try (HttpServer owner = Serving.start(Serving.guarded(others, null));
                HttpServer asked = Serving.before(owner, Serving.guarded(Serving.TOKENS, null))) {
            HttpResponse<String> answer =
                    Asked.plainly().withToken(Serving.ANNA).get(asked, "/accounts/account-1");

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("refuses this one; all instances need the same http.tokens");
        }
    }

    @Test
    void keystore_serves_as_well_as_pem() throws Exception {
        TlsFiles store = new TlsFiles(null, null, ours.store("tocsin-1"), TestCertificates.PASSWORD, ours.ca(), null);
        try (HttpServer server = Serving.start(Serving.guarded(Serving.TOKENS, store))) {
            assertThat(Asked.overTls(store).getClass()).isEqualTo(Asked.class);
            assertThatThrownBy(() -> Asked.plainly().get(server, "/health/live"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void host_name_of_the_server_is_checked() throws Exception {
        try (HttpServer server = Serving.start(Serving.guarded(Serving.TOKENS, files("elsewhere", false)))) {
            assertThatThrownBy(() -> trusting().get(server, "/health/live")).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void key_in_its_algorithms_own_form_is_refused_with_the_command_that_mends_it() throws IOException {
        Path key = Files.writeString(folder.resolve("rsa.key"), "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n");
        TlsFiles files = new TlsFiles(ours.certificate("tocsin-1"), key, null, null, null, null);

        assertThatThrownBy(() -> Tls.called(files))
                .isInstanceOf(Tls.UnusableException.class)
                .hasMessageContaining("openssl pkcs8 -topk8 -nodes -in rsa.key")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void files_that_are_missing_damaged_or_locked_are_named_and_nothing_in_them_is_told() throws IOException {
        Path certificate = ours.certificate("tocsin-1");
        Path damaged = Files.writeString(
                folder.resolve("damaged.key"),
                "-----BEGIN PRIVATE KEY-----\nc2VjcmV0c2VjcmV0\n-----END PRIVATE KEY-----\n");
        Path missing = folder.resolve("missing.key");

        refused(new TlsFiles(certificate, missing, null, null, null, null), "missing.key");
        refused(new TlsFiles(certificate, damaged, null, null, null, null), "damaged.key");
        refused(new TlsFiles(null, null, ours.store("tocsin-1"), "not-the-pass-word", null, null), "only-tocsin-1.p12");
        refused(new TlsFiles(null, null, damaged, "not-the-pass-word", null, null), "damaged.key");
        refused(new TlsFiles(certificate, ours.key(certificate), null, null, null, damaged), "damaged.key");
    }

    private static void refused(TlsFiles files, String named) {
        assertThatThrownBy(() -> Tls.called(files))
                .isInstanceOf(Tls.UnusableException.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("c2VjcmV0")
                .hasMessageNotContaining("not-the-pass-word");
    }
}
