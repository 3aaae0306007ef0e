package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.codec.StoredAccount;
import dev.tocsin.config.AccessTokens;
import dev.tocsin.config.Http;
import dev.tocsin.config.TlsFiles;
import dev.tocsin.http.AccountEndpoint;
import dev.tocsin.http.HttpServer;
import dev.tocsin.http.ThresholdsEndpoint;
import dev.tocsin.publishing.Following;
import dev.tocsin.streams.AccountLookup.Answer;
import dev.tocsin.testing.TestAccount;
import dev.tocsin.testing.TestCertificates;
import dev.tocsin.thresholds.Thresholds;
import dev.tocsin.thresholds.VersionLog;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code explain} against an instance that wants to know who asks. */
class ExplainGuardedTest {
    private static final String TOKEN = "anna-token-0123456789abcdef";
    private static final TestAccount ACCOUNT = TestAccount.settledInOslo();

    @TempDir
    private static Path folder = Path.of("");

    private static TestCertificates certificates;
    private static HttpServer server;

    private final CommandLineRun run = new CommandLineRun();

    @BeforeAll
    static void start() {
        certificates = TestCertificates.authority(folder, "ours");
        Path certificate = certificates.sign("tocsin-1");
        certificates.sign("anna");
        Path ca = certificates.ca();
        Http http = new Http(
                "127.0.0.1",
                0,
                null,
                new AccessTokens(Map.of("anna", TOKEN)),
                new TlsFiles(certificate, certificates.key(certificate), null, null, ca, ca));
        server = HttpServer.start(
                http,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                Optional::empty,
                new AccountEndpoint(
                        account -> new Answer.Found(new StoredAccount(ACCOUNT.state(), 0, 0)), ACCOUNT.engine(), http),
                new ThresholdsEndpoint(() -> new Following(Thresholds.defaults(), VersionLog.EMPTY, null)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void token_of_the_environment_is_shown() {
        run.variable("TOCSIN_TOKEN", TOKEN + "\n");
        explain("--ca", certificates.ca());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("Login SUCCEEDED of account-1");
    }

    @Test
    void token_of_a_file_is_shown_and_wins() throws IOException {
        run.variable("TOCSIN_TOKEN", "another");
        explain("--ca", certificates.ca(), "--token-file", Files.writeString(folder.resolve("token"), TOKEN + "\n"));

        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void certificate_is_shown() {
        Path anna = certificates.certificate("anna");
        explain("--ca", certificates.ca(), "--certificate", anna, "--key", certificates.key(anna));

        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void who_is_not_known_is_told_what_to_show() {
        explain("--ca", certificates.ca());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("does not know you", "--token-file", "TOCSIN_TOKEN", "--certificate");
    }

    @Test
    void wrong_token_is_not_told_back() {
        for (String token : new String[] {"hush-hush", "hush\nhush", "h\u00fcsh\u0000hush"}) {
            run.variable("TOCSIN_TOKEN", token);
            explain("--ca", certificates.ca());

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).doesNotContain("hush").containsPattern("does not know you|is it the right one");
        }
    }

    @Test
    void detector_of_an_unknown_authority_is_not_believed() {
        run.variable("TOCSIN_TOKEN", TOKEN);
        explain();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be believed", "--ca");
    }

    @Test
    void options_that_do_not_go_together_are_refused() {
        explain("--certificate", certificates.certificate("anna"));
        assertThat(run.err()).contains("--certificate and --key belong together");

        CommandLineRun file = new CommandLineRun();
        file.tocsin("explain", "--account", "a", "--events", "-", "--ca", certificates.ca());
        assertThat(file.err()).contains("go with --url: a file asks nobody");
        assertThat(file.exitCode()).isEqualTo(2);
    }

    private void explain(Object... more) {
        Object[] words = new Object[5 + more.length];
        String url = "https://127.0.0.1:" + server.port();
        System.arraycopy(new Object[] {"explain", "--account", TestAccount.ID, "--url", url}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        run.tocsin(words);
    }
}
