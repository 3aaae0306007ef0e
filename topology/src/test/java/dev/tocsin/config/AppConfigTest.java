package dev.tocsin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.enrich.DatabaseKind;
import dev.tocsin.streams.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The application's configuration: every default, every key, every variable, every fault. */
class AppConfigTest {
    private static final Path EXAMPLE = Path.of("../deploy/tocsin.example.yaml");
    private static final Map<String, String> HOME = Map.of("HOME", "/home/ada");
    private static final String REQUIRED = """
            kafka: { bootstrap.servers: "127.0.0.1:9092" }
            schema-registry: { url: "http://127.0.0.1:8081" }
            """;

    private static final AppConfig DEFAULTS = new AppConfig(
            "tocsin",
            new ClientProperties(Map.of("bootstrap.servers", "127.0.0.1:9092")),
            new ClientProperties(Map.of("schema.registry.url", "http://127.0.0.1:8081")),
            true,
            new Topics(
                    "tocsin.logins",
                    "tocsin.account-changes",
                    "tocsin.alerts",
                    "tocsin.suppressed",
                    "tocsin.dead-letters",
                    "tocsin.thresholds"),
            Guarantee.AT_LEAST_ONCE,
            1,
            0,
            Path.of("/home/ada/.local/share/tocsin"),
            Duration.ofHours(1),
            Duration.ofMinutes(5),
            Http.DEFAULTS,
            new Memory(Optional.empty(), Optional.empty()),
            Map.of(),
            null);

    /** Every key with a value that is not its default. */
    private static final String EVERY_KEY = """
            application-id: bell
            kafka:
              bootstrap.servers: a:1,b:2
              linger.ms: 5
              enable.idempotence: true
            schema-registry:
              url: https://registry:443
              basic.auth.credentials.source: USER_INFO
            register-schemas: false
            topics: { logins: t1, account-changes: t2, alerts: t3, suppressed: t4, dead-letters: t5,
                      thresholds: t6 }
            guarantee: exactly_once_v2
            threads: 4
            standbys: 2
            state-dir: /var/lib/bell
            allow-temporary-state: true
            grace: 30 min
            max-future: 10 s
            http:
              host: 0.0.0.0
              port: 0
              advertised: bell-1:8443
              tokens: { anna: 0123456789abcdef012345 }
              token-file: tokens
              tls: { certificate: /etc/bell/tls.crt, key: /etc/bell/tls.key, password: hush, ca: /etc/bell/ca.crt,
                     client-ca: /etc/bell/client-ca.crt }
            memory: { rocksdb: 512 MiB, recent-accounts: 1 GiB }
            enrichment:
              city-database: /etc/bell/city.mmdb
              asn-database: /etc/bell/asn.mmdb
              anonymous-ip-database: /etc/bell/anonymous-ip.mmdb
            thresholds: /etc/bell/thresholds.yaml
            """;

    private static final String ANNA = "0123456789abcdef012345";
    private static final String PROMETHEUS = "abcdefghijklmnopqrstuv";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeTokens() throws IOException {
        Files.writeString(folder.resolve("tokens"), "# who may ask\n\nprometheus: " + PROMETHEUS + "\n");
    }

    @Test
    void example_holds_every_default() {
        assertThat(AppConfig.read(EXAMPLE, HOME)).isEqualTo(DEFAULTS);
    }

    @Test
    void example_explains_every_key() throws IOException {
        List<String> explained = Files.readAllLines(EXAMPLE).stream()
                .map(line -> line.replaceFirst("^( *)# +(?=[a-z.-]+: )", "$1"))
                .filter(line -> line.matches(" *[a-z.-]+:( .*)?"))
                .map(line -> line.strip().replaceFirst(":( .*)?$", ""))
                .toList();

        assertThat(explained).containsAll(keys(EVERY_KEY));
    }

    private static List<String> keys(String yaml) {
        return yaml.replaceAll("[{}]", "")
                .replace(", ", "\n")
                .lines()
                .flatMap(line -> List.of(line.strip().split(": ", 2)).stream().limit(line.contains(": { ") ? 2 : 1))
                .map(key -> key.replaceFirst(":$", ""))
                .filter(key ->
                        !List.of("linger.ms", "enable.idempotence", "anna").contains(key))
                .toList();
    }

    @Test
    void required_keys_alone_give_the_defaults() throws IOException {
        assertThat(read(REQUIRED, HOME)).isEqualTo(DEFAULTS);
    }

    @Test
    void every_key_is_read() throws IOException {
        assertThat(read(EVERY_KEY, HOME))
                .isEqualTo(new AppConfig(
                        "bell",
                        new ClientProperties(
                                Map.of("bootstrap.servers", "a:1,b:2", "linger.ms", "5", "enable.idempotence", "true")),
                        new ClientProperties(Map.of(
                                "schema.registry.url",
                                "https://registry:443",
                                "schema.registry.basic.auth.credentials.source",
                                "USER_INFO")),
                        false,
                        new Topics("t1", "t2", "t3", "t4", "t5", "t6"),
                        Guarantee.EXACTLY_ONCE_V2,
                        4,
                        2,
                        Path.of("/var/lib/bell"),
                        Duration.ofMinutes(30),
                        Duration.ofSeconds(10),
                        new Http(
                                "0.0.0.0",
                                0,
                                "bell-1:8443",
                                new AccessTokens(Map.of("anna", ANNA, "prometheus", PROMETHEUS)),
                                new TlsFiles(
                                        Path.of("/etc/bell/tls.crt"),
                                        Path.of("/etc/bell/tls.key"),
                                        null,
                                        "hush",
                                        Path.of("/etc/bell/ca.crt"),
                                        Path.of("/etc/bell/client-ca.crt"))),
                        new Memory(Optional.of(512L << 20), Optional.of(1L << 30)),
                        Map.of(
                                DatabaseKind.CITY, Path.of("/etc/bell/city.mmdb"),
                                DatabaseKind.ASN, Path.of("/etc/bell/asn.mmdb"),
                                DatabaseKind.ANONYMOUS_IP, Path.of("/etc/bell/anonymous-ip.mmdb")),
                        Path.of("/etc/bell/thresholds.yaml")));
    }

    @Test
    void every_key_has_a_variable_that_wins() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(HOME);
        environment.put("TOCSIN_APPLICATION_ID", "bell");
        environment.put("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "a:1,b:2");
        environment.put("TOCSIN_KAFKA_LINGER_MS", "5");
        environment.put("TOCSIN_KAFKA_ENABLE_IDEMPOTENCE", "true");
        environment.put("TOCSIN_SCHEMA_REGISTRY_URL", "https://registry:443");
        environment.put("TOCSIN_SCHEMA_REGISTRY_BASIC_AUTH_CREDENTIALS_SOURCE", "USER_INFO");
        environment.put("TOCSIN_REGISTER_SCHEMAS", "false");
        environment.put("TOCSIN_TOPICS_LOGINS", "t1");
        environment.put("TOCSIN_TOPICS_ACCOUNT_CHANGES", "t2");
        environment.put("TOCSIN_TOPICS_ALERTS", "t3");
        environment.put("TOCSIN_TOPICS_SUPPRESSED", "t4");
        environment.put("TOCSIN_TOPICS_DEAD_LETTERS", "t5");
        environment.put("TOCSIN_TOPICS_THRESHOLDS", "t6");
        environment.put("TOCSIN_GUARANTEE", "exactly_once_v2");
        environment.put("TOCSIN_THREADS", "4");
        environment.put("TOCSIN_STANDBYS", "2");
        environment.put("TOCSIN_STATE_DIR", "/var/lib/bell");
        environment.put("TOCSIN_ALLOW_TEMPORARY_STATE", "true");
        environment.put("TOCSIN_GRACE", "30 min");
        environment.put("TOCSIN_MAX_FUTURE", "10 s");
        environment.put("TOCSIN_HTTP_HOST", "0.0.0.0");
        environment.put("TOCSIN_HTTP_PORT", "0");
        environment.put("TOCSIN_HTTP_ADVERTISED", "bell-1:8443");
        environment.put("TOCSIN_MEMORY_ROCKSDB", "512 MiB");
        environment.put("TOCSIN_MEMORY_RECENT_ACCOUNTS", "1 GiB");
        environment.put("TOCSIN_HTTP_TOKENS_ANNA", ANNA);
        environment.put("TOCSIN_HTTP_TOKEN_FILE", "tokens");
        environment.put("TOCSIN_HTTP_TLS_CERTIFICATE", "/etc/bell/tls.crt");
        environment.put("TOCSIN_HTTP_TLS_KEY", "/etc/bell/tls.key");
        environment.put("TOCSIN_HTTP_TLS_PASSWORD", "hush");
        environment.put("TOCSIN_HTTP_TLS_CA", "/etc/bell/ca.crt");
        environment.put("TOCSIN_HTTP_TLS_CLIENT_CA", "/etc/bell/client-ca.crt");
        environment.put("TOCSIN_ENRICHMENT_CITY_DATABASE", "/etc/bell/city.mmdb");
        environment.put("TOCSIN_ENRICHMENT_ASN_DATABASE", "/etc/bell/asn.mmdb");
        environment.put("TOCSIN_ENRICHMENT_ANONYMOUS_IP_DATABASE", "/etc/bell/anonymous-ip.mmdb");
        environment.put("TOCSIN_THRESHOLDS", "/etc/bell/thresholds.yaml");

        assertThat(read(REQUIRED, environment)).isEqualTo(read(EVERY_KEY, HOME));
        assertThat(read("threads: 9\n", environment)).isEqualTo(read(EVERY_KEY, HOME));
    }

    @Test
    void variables_that_are_not_ours_are_ignored() throws IOException {
        Map<String, String> environment = Map.of(
                "HOME", "/home/ada",
                "TOCSIN_JAVA_OPTS", "-Xmx1g",
                "TOCSIN_HTTP_PORT", " ",
                "TOCSIN_PORT", "tcp://10.0.0.1:80",
                "TOCSIN_PORT_80_TCP_ADDR", "10.0.0.1",
                "TOCSIN_SERVICE_HOST", "10.0.0.1",
                "TOCSIN_KAFKA_SERVICE_PORT", "9092",
                "PATH", "/bin");

        assertThat(read(REQUIRED, environment)).isEqualTo(DEFAULTS);
    }

    @Test
    void unknown_variable_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> read(REQUIRED, Map.of("HOME", "/h", "TOCSIN_HTP_PORT", "1", "TOCSIN_XYZZY", "1")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessage(file() + " has 2 faults:"
                        + "\n  - TOCSIN_HTP_PORT: unknown environment variable; did you mean TOCSIN_HTTP_PORT?"
                        + "\n  - TOCSIN_XYZZY: unknown environment variable; no key has this name");
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThatThrownBy(() -> read("""
                        aplication-id: x
                        application-id: my app
                        kafka: { bootstrap.servers: localhost, ssl: { truststore.location: x }, state.dir: /s }
                        schema-registry: { url: "registry:8081", schema.registry.ssl.protocol: TLS }
                        register-schemas: maybe
                        topics: { alerts: same, suppressed: same, logins: "a b" }
                        guarantee: at-least-once
                        threads: 0
                        standbys: -1
                        state-dir: ~/tocsin
                        grace: 25 h
                        max-future: 5
                        http: { host: "127.0.0.1:80", port: 70000, advertised: somewhere }
                        enrichment: { city-database: ~/city.mmdb, asn-databse: x }
                        thresholds: [a]
                        memory: { rocksdb: 8 MiB }
                        """, Map.of("TOCSIN_HTTP_PORT", "http")))
                .isInstanceOfSatisfying(InvalidConfigException.class, e -> assertThat(e.faults())
                        .extracting(Object::toString)
                        .containsExactly(
                                "TOCSIN_HTTP_PORT (http.port): expected a whole number from 0 to 65535, found \"http\"",
                                "aplication-id: unknown key; did you mean application-id? (line 1)",
                                "application-id: expected a name of at most 150 letters, digits, dots, underscores and"
                                        + " hyphens, found \"my app\" (line 2)",
                                "kafka.bootstrap.servers: expected host:port of a broker, several with commas between,"
                                        + " found \"localhost\" (line 3)",
                                "kafka.ssl: expected one value after the whole dotted key, found a map of keys (line 3)",
                                "kafka.state.dir: is set by Tocsin; use the key state-dir instead (line 3)",
                                "schema-registry.url: expected http:// or https:// addresses with commas between, or"
                                        + " mock:// and a name (line 4)",
                                "schema-registry.schema.registry.ssl.protocol: write ssl.protocol; the prefix is added"
                                        + " (line 4)",
                                "register-schemas: expected true or false, found \"maybe\" (line 5)",
                                "topics.logins: expected a topic's name of at most 249 letters, digits, dots, underscores"
                                        + " and hyphens, found \"a b\" (line 6)",
                                "topics.suppressed: is same, and so is alerts; each topic must be another (line 6)",
                                "guarantee: expected one of at_least_once, exactly_once_v2, found \"at-least-once\""
                                        + " (line 7)",
                                "threads: expected a whole number from 1 to 1000, found \"0\" (line 8)",
                                "standbys: expected a whole number from 0 to 10, found \"-1\" (line 9)",
                                "state-dir: expected a path (~ is not expanded), found \"~/tocsin\" (line 10)",
                                "grace: expected a duration from \"0 s\" to \"24 h\", found \"25 h\" (line 11)",
                                "max-future: expected a duration from \"0 s\" to \"24 h\", found \"5\" (line 12)",
                                "http.host: expected a host name or an address, without port, found \"127.0.0.1:80\""
                                        + " (line 13)",
                                "http.advertised: expected host:port, found \"somewhere\" (line 13)",
                                "enrichment.city-database: expected a path (~ is not expanded), found \"~/city.mmdb\""
                                        + " (line 14)",
                                "enrichment.asn-databse: unknown key; did you mean asn-database? (line 14)",
                                "thresholds: expected a path (~ is not expanded), found a list (line 15)",
                                "memory.rocksdb: expected a size from \"16 MiB\" on, such as \"512 MiB\" or \"2 GiB\", found"
                                        + " \"8 MiB\" (line 16)"));
    }

    @Test
    void required_keys_are_asked_for_by_name() {
        assertThatThrownBy(() -> read("threads: 1\n", Map.of()))
                .hasMessage(file() + " has 3 faults:"
                        + "\n  - kafka.bootstrap.servers: is missing; expected host:port of a broker, several with commas"
                        + " between"
                        + "\n  - schema-registry.url: is missing; expected the registry's address, such as"
                        + " http://127.0.0.1:8081"
                        + "\n  - state-dir: is missing, and the environment names no home folder to keep the state in");
    }

    @Test
    void default_topic_that_another_key_takes_is_refused() {
        assertThatThrownBy(() -> read(REQUIRED + "topics: { alerts: tocsin.logins }\n", HOME))
                .hasMessageEndingWith(
                        ": topics.alerts: is tocsin.logins, and so is logins; each topic must be another (line 3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmp/x", "/tmp", "/var/tmp/x", "/dev/shm/x", "/home/../tmp/x"})
    void state_in_a_folder_that_the_system_empties_is_refused_unless_allowed(String dir) throws IOException {
        String yaml = REQUIRED + "state-dir: " + dir + "\n";

        assertThatThrownBy(() -> read(yaml, HOME))
                .hasMessageContaining("state-dir: " + Path.of(dir).normalize() + " is emptied by the system")
                .hasMessageContaining("allow-temporary-state: true");
        assertThat(read(yaml + "allow-temporary-state: true\n", HOME).stateDir())
                .isEqualTo(Path.of(dir).normalize());
    }

    @Test
    void state_under_a_file_that_is_no_folder_is_refused() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> read(REQUIRED + "allow-temporary-state: true\nstate-dir: " + taken + "\n", HOME))
                .hasMessageContaining("state-dir: " + taken + " is a file; expected a folder");
    }

    @Test
    void data_home_of_the_user_is_preferred_for_state() throws IOException {
        assertThat(read(REQUIRED, Map.of("HOME", "/home/ada", "XDG_DATA_HOME", "/data"))
                        .stateDir())
                .isEqualTo(Path.of("/data/tocsin"));
    }

    @Test
    void relative_paths_are_relative_to_the_file() throws IOException {
        AppConfig config = read(
                REQUIRED + "thresholds: ../t.yaml\nstate-dir: state\nallow-temporary-state: true\n"
                        + "enrichment: { city-database: geo/city.mmdb }\n",
                Map.of());

        assertThat(config.thresholds()).isEqualTo(folder.resolve("../t.yaml").normalize());
        assertThat(config.stateDir()).isEqualTo(folder.resolve("state"));
        assertThat(config.databases()).isEqualTo(Map.of(DatabaseKind.CITY, folder.resolve("geo/city.mmdb")));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,,127.0.0.1:4711", "::1,,[::1]:4711", "0.0.0.0,bell-1:80,bell-1:80"})
    void advertised_address_is_the_one_listened_at_unless_given(String host, String given, String advertised)
            throws IOException {
        assertThat(new Http(host, 0, given, AccessTokens.NONE, null).advertised(4711))
                .isEqualTo(advertised);
    }

    @Test
    void secrets_are_not_printed_but_handed_on() throws IOException {
        Map<String, String> secrets = Map.of(
                "HOME", "/h",
                "TOCSIN_KAFKA_SASL_JAAS_CONFIG", "x.Module required password=hush;",
                "TOCSIN_KAFKA_SSL_KEYSTORE_PASSWORD", "x2-hush",
                "TOCSIN_KAFKA_SSL_KEYSTORE_KEY", "x3-hush",
                "TOCSIN_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO", "x4-hush",
                "TOCSIN_SCHEMA_REGISTRY_BEARER_AUTH_TOKEN", "x5-hush",
                "TOCSIN_SCHEMA_REGISTRY_BEARER_AUTH_CLIENT_SECRET", "x6-hush",
                "TOCSIN_SCHEMA_REGISTRY_URL", "https://ada:hush@/hush@registry:443");
        AppConfig config = read(REQUIRED, secrets);

        assertThat(config.toString())
                .doesNotContain("hush")
                .contains("bootstrap.servers=127.0.0.1:9092", "https://[hidden]@registry:443");
        assertThat(config.kafka().map()).containsEntry("sasl.jaas.config", "x.Module required password=hush;");
        assertThat(config.schemaRegistry().map()).containsEntry("schema.registry.bearer.auth.token", "x5-hush");
    }

    @Test
    void faults_do_not_quote_secrets() {
        assertThatThrownBy(() -> read(
                        "kafka: sasl.password=hush\nsasl.password: hush\nschema-registry: { url: \"ada:hush@r\" }\n",
                        HOME))
                .hasMessageContaining("has 4 faults")
                .hasMessageNotContaining("hush");
    }

    private AppConfig read(String yaml, Map<String, String> environment) throws IOException {
        Files.writeString(file(), yaml);
        return AppConfig.read(file(), environment);
    }

    private Path file() {
        return folder.resolve("tocsin.yaml");
    }
}
