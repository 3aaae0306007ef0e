package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS settings reach the client, and host names are checked unless someone says otherwise. */
class RegistryTlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void trusted_certificate_for_this_host_connects() throws Exception {
        Path store = keyStore("ip:127.0.0.1");
        try (FakeRegistry fake = FakeRegistry.startTls(context(store))) {
            assertThatCode(connect(fake, trust(store))::check).doesNotThrowAnyException();
        }
    }

    @Test
    void untrusted_certificate_is_unavailable() throws Exception {
        try (FakeRegistry fake = FakeRegistry.startTls(context(keyStore("ip:127.0.0.1")))) {
            assertThatThrownBy(connect(fake, Map.of())::check)
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("certification path");
        }
    }

    @Test
    void trusted_certificate_for_another_host_is_unavailable_unless_names_are_not_to_be_checked() throws Exception {
        Path store = keyStore("dns:elsewhere.example");
        Map<String, String> unchecked = trust(store);
        unchecked.put("schema.registry.ssl.endpoint.identification.algorithm", "");
        try (FakeRegistry fake = FakeRegistry.startTls(context(store))) {
            assertThatThrownBy(connect(fake, trust(store))::check).isInstanceOf(RegistryUnavailableException.class);
            assertThatCode(connect(fake, unchecked)::check).doesNotThrowAnyException();
        }
    }

    @Test
    void trust_store_that_is_not_there_is_refused_at_once() {
        Map<String, String> settings = trust(directory.resolve("missing.p12"));
        settings.put("schema.registry.url", "https://127.0.0.1:1");

        assertThatThrownBy(() -> SchemaRegistry.connect(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.p12");
    }

    private static SchemaRegistry connect(FakeRegistry fake, Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("schema.registry.url", fake.url());
        return SchemaRegistry.connect(properties);
    }

    private static Map<String, String> trust(Path store) {
        return new HashMap<>(Map.of(
                "schema.registry.ssl.truststore.location",
                store.toString(),
                "schema.registry.ssl.truststore.password",
                PASSWORD,
                "schema.registry.ssl.truststore.type",
                "PKCS12"));
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** A self-signed certificate, made by the JDK's own tool; the store serves as key and as trust store. */
    private Path keyStore(String subjectAlternativeName) throws Exception {
        Path store = directory.resolve("registry.p12");
        Path log = directory.resolve("keytool.log");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "registry",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-dname",
                        "CN=registry",
                        "-ext",
                        "san=" + subjectAlternativeName,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Assertions.assertThat(keytool.waitFor(60, TimeUnit.SECONDS) && keytool.exitValue() == 0)
                .as(Files.readString(log))
                .isTrue();
        return store;
    }
}
