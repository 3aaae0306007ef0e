package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each kind of key, and the sentences for what is wrong. */
class RegistrySettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", " , "})
    void missing_address_is_named(String url) {
        assertThatThrownBy(() -> SchemaRegistry.connect(Map.of("schema.registry.url", url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("schema.registry.url is missing");
    }

    @Test
    void absent_and_null_address_are_named() {
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("schema.registry.url", null);

        assertThatThrownBy(() -> SchemaRegistry.connect(Map.of())).hasMessageContaining("schema.registry.url");
        assertThatThrownBy(() -> SchemaRegistry.connect(withNull)).hasMessageContaining("schema.registry.url");
    }

    @Test
    void mock_beside_a_real_address_is_refused() {
        assertThatThrownBy(() -> SchemaRegistry.connect(Map.of("schema.registry.url", "mock://a,http://127.0.0.1:1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mock://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http.read.timeout.ms", "proxy.port", "bearer.auth.cache.expiry.buffer.seconds"})
    void word_for_a_number_is_refused_by_key(String key) {
        assertThatThrownBy(() -> RegistrySettings.from(
                        Map.of("schema.registry.url", "http://127.0.0.1:1", "schema.registry." + key, "soon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("soon");
    }

    @Test
    void timeouts_are_bounded_unless_given() {
        assertThat(from(Map.of()).client())
                .containsEntry("http.connect.timeout.ms", "5000")
                .containsEntry("http.read.timeout.ms", "10000");
        assertThat(from(Map.of("schema.registry.http.read.timeout.ms", 250)).client())
                .containsEntry("http.read.timeout.ms", "250");
    }

    @Test
    void only_registry_keys_are_taken_and_their_prefix_goes() {
        assertThat(from(Map.of("bootstrap.servers", "b", "schema.registry.ssl.protocol", "TLSv1.3"))
                        .startingWith("ssl."))
                .containsExactly(Map.entry("ssl.protocol", "TLSv1.3"));
        assertThat(from(Map.of("bootstrap.servers", "b")).client()).doesNotContainKey("bootstrap.servers");
    }

    private static RegistrySettings from(Map<String, ?> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("schema.registry.url", "http://127.0.0.1:8081");
        return RegistrySettings.from(properties);
    }
}
