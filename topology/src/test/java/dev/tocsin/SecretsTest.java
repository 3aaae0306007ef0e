package dev.tocsin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.tocsin.cli.Terminal;
import dev.tocsin.cli.TocsinCommand;
import dev.tocsin.testing.Heard;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;

/** A start that fails, one way after another, tells what is wrong and none of the secrets it was given. */
class SecretsTest {
    private static final String GOOD_JAAS =
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"u\" password=\"HUSH\";";

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "HOME", "/home/ada",
            "TOCSIN_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
            "TOCSIN_KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
            "TOCSIN_KAFKA_SASL_JAAS_CONFIG", GOOD_JAAS,
            "TOCSIN_KAFKA_SSL_KEY_PASSWORD", "HUSH-key",
            "TOCSIN_SCHEMA_REGISTRY_BASIC_AUTH_CREDENTIALS_SOURCE", "USER_INFO",
            "TOCSIN_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO", "ada:HUSH",
            "TOCSIN_HTTP_TOKENS_ANNA", "HUSH-hush-hush-hush-hush-hush",
            "TOCSIN_HTTP_TLS_PASSWORD", "HUSH-tls"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            KAFKA_SASL_JAAS_CONFIG              | username=u password=HUSH                           | sasl.jaas.config
            KAFKA_SASL_JAAS_CONFIG              | x.Module required user="u" "HUSH";                 | sasl.jaas.config
            KAFKA_SASL_JAAS_CONFIG              | x.Module required password="HUSH"                  | sasl.jaas.config
            KAFKA_SASL_JAAS_CONFIG              | x.Module HUSH password="HUSH";                     | sasl.jaas.config
            KAFKA_PRODUCER_SASL_JAAS_CONFIG     | HUSH                                               | producer.sasl.jaas.config
            KAFKA_SASL_JAAS_CONFIG              | no.such.Module required password="HUSH";           | no.such.Module
            KAFKA_SSL_KEYSTORE_KEY              | -----BEGIN PRIVATE KEY-----HUSH-----END PRIVATE... | does not work
            KAFKA_SSL_TRUSTSTORE_LOCATION       | /nowhere/trust.jks                                 | trust.jks
            KAFKA_SECURITY_PROTOCOL             | SASL_PLAIN                                         | SASL_PLAIN
            SCHEMA_REGISTRY_URL                 | ada:HUSH@registry                                  | TOCSIN_SCHEMA_REGISTRY_URL
            HTTP_TOKENS_ANNA                    | HUSH                                               | the token of anna
            HTTP_TOKENS                         | HUSH                                               | unknown environment variable
            HTTP_TLS_KEY                        | -----BEGIN PRIVATE KEY-----HUSH                    | http.tls.key
            HTTP_TLS_KEYSTORE                   | no-keystore                                        | no-keystore
            PASSWORD                            | HUSH                                               | TOCSIN_PASSWORD
            """)
    void secret_is_not_told_with_what_is_wrong(String variable, String value, String told) throws IOException {
        if (!variable.startsWith("HTTP_TLS")) {
            environment.remove("TOCSIN_HTTP_TLS_PASSWORD");
        }
        Files.writeString(folder.resolve("no-keystore"), "HUSH");
        environment.put("TOCSIN_" + variable, value.replace("...", " KEY-----"));

        String output = run();

        assertThat(output).contains(told).doesNotContain("HUSH");
    }

    @Test
    void options_that_hold_a_secret_are_files() {
        environment.clear();
        for (String command : new String[] {"run", "replay", "explain", "thresholds"}) {
            assertThat(execute(command, "--help")).doesNotContainPattern("--(token|password|secret|user-info)[ =,]");
        }
    }

    private String run() throws IOException {
        Path file = Files.writeString(folder.resolve("tocsin.yaml"), """
                kafka: { bootstrap.servers: "127.0.0.1:1", request.timeout.ms: 300, default.api.timeout.ms: 300 }
                schema-registry: { url: "http://127.0.0.1:1" }
                http: { port: 0 }
                """);
        try (Heard heard = Heard.of(Logger.ROOT_LOGGER_NAME, Level.INFO)) {
            return execute("run", "--config", file.toString()) + heard.lines();
        }
    }

    private String execute(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintWriter err = new PrintWriter(out, true, UTF_8);
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(new byte[0]), out, err, false, Map.copyOf(environment));
        int exitCode = TocsinCommand.execute(
                (config, thresholds, createTopics) -> new Detector(config, thresholds).run(createTopics),
                terminal,
                words);
        assertThat(exitCode).as(out.toString(UTF_8)).isIn(0, 2);
        return out.toString(UTF_8);
    }
}
