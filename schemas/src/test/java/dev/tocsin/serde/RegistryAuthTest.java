package dev.tocsin.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Credentials reach the registry in the form it expects. */
class RegistryAuthTest {
    private static final String BASIC = "Basic dG9jc2luOmdlaGVpbQ==";

    private final FakeRegistry fake = FakeRegistry.start();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void no_credentials_send_no_header() {
        assertThat(headerWith(Map.of())).isEqualTo("null");
    }

    @Test
    void user_info_becomes_a_basic_header() {
        assertThat(headerWith(Map.of(
                        "schema.registry.basic.auth.credentials.source", "USER_INFO",
                        "schema.registry.basic.auth.user.info", "tocsin:geheim")))
                .isEqualTo(BASIC);
    }

    @Test
    void password_type_of_kafka_is_opened() {
        assertThat(headerWith(Map.of(
                        "schema.registry.basic.auth.credentials.source",
                        "USER_INFO",
                        "schema.registry.basic.auth.user.info",
                        new Password("tocsin:geheim"))))
                .isEqualTo(BASIC);
    }

    @Test
    void user_info_in_the_address_becomes_a_basic_header() {
        assertThat(headerWith(Map.of(
                        "schema.registry.url",
                        fake.url().replace("//", "//tocsin:geheim@"),
                        "schema.registry.basic.auth.credentials.source",
                        "URL")))
                .isEqualTo(BASIC);
    }

    @Test
    void static_token_becomes_a_bearer_header() {
        assertThat(headerWith(Map.of(
                        "schema.registry.bearer.auth.credentials.source", "STATIC_TOKEN",
                        "schema.registry.bearer.auth.token", "t0k3n")))
                .isEqualTo("Bearer t0k3n");
    }

    @Test
    void oauth_token_is_fetched_and_becomes_a_bearer_header() {
        String token = base64("{\"alg\":\"none\"}") + "."
                + base64("{\"sub\":\"tocsin\",\"scope\":\"registry\",\"iat\":1,\"exp\":4102444800}") + ".sig";
        fake.fix("/token", "{\"access_token\":\"" + token + "\"}");

        assertThat(headerWith(Map.of(
                        "schema.registry.bearer.auth.credentials.source", "OAUTHBEARER",
                        "schema.registry.bearer.auth.issuer.endpoint.url", fake.url() + "/token",
                        "schema.registry.bearer.auth.client.id", "tocsin",
                        "schema.registry.bearer.auth.client.secret", "geheim",
                        "schema.registry.bearer.auth.cache.expiry.buffer.seconds", "30")))
                .isEqualTo("Bearer " + token);
    }

    @Test
    void setting_that_cannot_work_is_refused_at_once() {
        assertThatThrownBy(() -> headerWith(Map.of("schema.registry.basic.auth.credentials.source", "USER_INFO")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UserInfo must be provided");
    }

    private String headerWith(Map<String, ?> settings) {
        Map<String, Object> properties = new HashMap<>(Map.of("schema.registry.url", fake.url()));
        properties.putAll(settings);
        try (SchemaRegistry registry = SchemaRegistry.connect(properties)) {
            registry.check();
        }
        return fake.authorizations().get(fake.authorizations().size() - 1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
