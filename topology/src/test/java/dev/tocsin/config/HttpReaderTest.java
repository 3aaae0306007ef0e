package dev.tocsin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, as the configuration says it, and what it may not leave open. */
class HttpReaderTest {
    private static final String HUSH = "hush-hush-hush-hush-hush-hush";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "tocsin-1.example"})
    void listening_to_others_without_asking_who_they_are_is_refused(String host) {
        assertThatThrownBy(() -> read("host: \"" + host + "\""))
                .hasMessageContaining("http.host: whoever reaches " + host + " could read what is remembered of any"
                        + " account; say who may ask with http.tokens, http.token-file or http.tls.client-ca, or listen"
                        + " on 127.0.0.1 (line 3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "0:0:0:0:0:0:0:0"})
    void who_listens_on_all_addresses_is_reached_by_the_machines_name(String host) throws IOException {
        Http http = read("host: \"" + host + "\", tokens: { anna: " + HUSH + " }");

        assertThat(http.advertised(4711))
                .isEqualTo(InetAddress.getLocalHost().getHostName() + ":4711")
                .doesNotContain(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:8080", "[::]:8080"})
    void advertising_what_nobody_can_reach_is_refused(String advertised) {
        assertThatThrownBy(() -> read("advertised: \"" + advertised + "\""))
                .hasMessageContaining(
                        "http.advertised: " + advertised + " can be listened on, but not be reached; give the"
                                + " name or address at which other instances reach this one (line 3)");
    }

    @Test
    void tls_alone_does_not_say_who_may_ask() {
        assertThatThrownBy(() -> read("host: 0.0.0.0, tls: { certificate: a, key: b, ca: c }"))
                .hasMessageContaining("whoever reaches 0.0.0.0");
    }

    @Test
    void token_or_clients_authority_lets_it_listen_to_others() throws IOException {
        assertThat(read("host: 0.0.0.0, tokens: { anna: " + HUSH + " }").isGuarded())
                .isTrue();
        assertThat(read("host: 0.0.0.0, tls: { keystore: k, client-ca: c }").isGuarded())
                .isTrue();
        Files.writeString(folder.resolve("t"), "anna : " + HUSH);
        assertThat(read("host: 0.0.0.0, token-file: t").tokens().nameOf(HUSH)).hasValue("anna");
    }

    @Test
    void empty_file_of_tokens_opens_nothing() throws IOException {
        Files.writeString(folder.resolve("t"), "# nobody yet\n");
        assertThatThrownBy(() -> read("host: 0.0.0.0, token-file: t")).hasMessageContaining("whoever reaches 0.0.0.0");
    }

    @Test
    void variable_names_a_token() throws IOException {
        assertThat(read("port: 1", Map.of("TOCSIN_HTTP_TOKENS_ALERT_DESK", HUSH))
                        .tokens()
                        .nameOf(HUSH))
                .hasValue("alert.desk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hush", "hush hush hush hush hush hush", "hush-hush-hush-hush-h\u00fcsh", "\"hush\\nhush\""})
    void token_that_can_be_guessed_or_not_be_sent_is_refused_and_not_quoted(String token) {
        assertThatThrownBy(() -> read("tokens: { anna: " + token + " }"))
                .hasMessageContaining("http.tokens.anna: the token of anna must have at least 22")
                .hasMessageNotContaining("hush");
    }

    @Test
    void faults_of_the_file_of_tokens_name_the_line_and_quote_nothing() throws IOException {
        Files.writeString(
                folder.resolve("t"),
                "anna: " + HUSH + "\n" + HUSH + "\nbob: " + HUSH + "\nanna: x" + HUSH + "\n" + HUSH + HUSH + HUSH
                        + ": x\n");
        assertThatThrownBy(() -> read("token-file: t"))
                .hasMessageContaining("line 2 of " + folder.resolve("t") + ": expected a name, a colon and a token")
                .hasMessageContaining("the token of bob is another name's too")
                .hasMessageContaining("a second token of anna")
                .hasMessageContaining("a name must have 1 to 64 letters")
                .hasMessageNotContaining("hush");
    }

    @Test
    void missing_file_of_tokens_is_named() {
        assertThatThrownBy(() -> read("token-file: none"))
                .hasMessageContaining("http.token-file: " + folder.resolve("none") + " is no file of UTF-8 text");
    }

    @Test
    void half_of_a_certificate_and_two_of_them_are_refused() {
        assertThatThrownBy(() -> read("tls: { certificate: a }")).hasMessageContaining("certificate and key belong");
        assertThatThrownBy(() -> read("tls: { certificate: a, key: b, keystore: c }"))
                .hasMessageContaining("keep one");
        assertThatThrownBy(() -> read("tls: { client-ca: c }")).hasMessageContaining("without a certificate");
    }

    @Test
    void key_pasted_in_the_place_of_its_path_is_not_told_back() {
        assertThatThrownBy(() -> read(
                        "tls: { certificate: a }",
                        Map.of("TOCSIN_HTTP_TLS_KEY", "-----BEGIN PRIVATE KEY-----\nhush\n-----END PRIVATE KEY-----")))
                .hasMessageContaining("TOCSIN_HTTP_TLS_KEY (http.tls.key): expected a path")
                .hasMessageNotContaining("hush");
    }

    @Test
    void secrets_are_not_printed() throws IOException {
        Http http = read("tokens: { anna: " + HUSH + " }, tls: { keystore: k, password: " + HUSH + " }");

        assertThat(http.toString()).contains("anna", "[hidden]").doesNotContain("hush");
    }

    private Http read(String keys) throws IOException {
        return read(keys, Map.of());
    }

    private Http read(String keys, Map<String, String> variables) throws IOException {
        Path file = Files.writeString(folder.resolve("tocsin.yaml"), """
                kafka: { bootstrap.servers: "127.0.0.1:9092" }
                schema-registry: { url: "http://127.0.0.1:8081" }
                http: { %s }
                """.formatted(keys));
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("HOME", "/home/ada");
        return AppConfig.read(file, environment).http();
    }
}
