package dev.tocsin.serde;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** The {@code schema.registry.*} settings as text, without their prefix and with our time-outs where none were given. */
record RegistrySettings(List<String> urls, Map<String, String> client) {
    static final String PREFIX = "schema.registry.";
    static final String URL = PREFIX + "url";
    static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    static final String READ_TIMEOUT = "http.read.timeout.ms";
    private static final String MOCK = "mock://";

    /** The client's own default is a minute each: a stream thread would leave its group before it noticed. */
    private static final String CONNECT_TIMEOUT_MS = "5000";

    private static final String READ_TIMEOUT_MS = "10000";

    private static final List<String> NUMBERS =
            List.of(CONNECT_TIMEOUT, READ_TIMEOUT, "proxy.port", "bearer.auth.cache.expiry.buffer.seconds");

    static RegistrySettings from(Map<String, ?> properties) {
        Map<String, String> client = new TreeMap<>();
        client.put(CONNECT_TIMEOUT, CONNECT_TIMEOUT_MS);
        client.put(READ_TIMEOUT, READ_TIMEOUT_MS);
        properties.forEach((key, value) -> {
            if (key.startsWith(PREFIX) && value != null) {
                client.put(key.substring(PREFIX.length()), text(value));
            }
        });
        NUMBERS.forEach(key -> checkNumber(key, client.get(key)));
        return new RegistrySettings(urls(client.remove("url")), Map.copyOf(client));
    }

    /** The scope's name if this is a registry in the process itself. */
    Optional<String> mockScope() {
        return urls.stream()
                .filter(url -> url.startsWith(MOCK))
                .map(url -> url.substring(MOCK.length()))
                .findFirst();
    }

    /** The settings whose key starts so; the client reads its TLS settings from a map of their own. */
    Map<String, String> startingWith(String prefix) {
        return client.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The addresses for people: without the user and password, which may hold @ and slashes, that an address may hold. */
    String shownUrls() {
        return urls.stream().map(url -> url.replaceFirst("//.*@", "//")).collect(Collectors.joining(", "));
    }

    private static List<String> urls(@Nullable String value) {
        List<String> urls = Arrays.stream(value == null ? new String[0] : value.split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .toList();
        if (urls.isEmpty()) {
            throw new IllegalArgumentException(URL + " is missing: set it to the schema registry's address, e.g. "
                    + "http://127.0.0.1:8081, or to mock://tests for one in this process.");
        }
        if (urls.size() > 1 && urls.stream().anyMatch(url -> url.startsWith(MOCK))) {
            throw new IllegalArgumentException(URL + " lists a mock:// address beside others: give it alone.");
        }
        return urls;
    }

    private static void checkNumber(String key, @Nullable String value) {
        if (value != null && !value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(PREFIX + key + " must be a whole number, but is '" + value + "'.");
        }
    }

    /** Kafka hides a password's text from {@code toString}. */
    private static String text(Object value) {
        return value instanceof Password password ? password.value() : value.toString();
    }
}
