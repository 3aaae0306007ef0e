package dev.tocsin.config;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Properties that are passed on to a client as they are, and shown to people without their secrets. */
public record ClientProperties(Map<String, String> map) {
    /** {@code keystore.key} is a private key itself; everything else says in its name that it is secret. */
    private static final Pattern SECRET =
            Pattern.compile("pass(word|phrase)|secret|token|user\\.info|jaas|keystore\\.key");

    /** Up to the last @: a password may hold one, and slashes too. */
    private static final Pattern CREDENTIALS_IN_ADDRESS = Pattern.compile("//[^\\s,]*@");

    public ClientProperties {
        map = Map.copyOf(map);
    }

    /**
     * For one kind of client: what is said of it alone wins, as in Kafka Streams.
     *
     * @param kind such as {@code consumer}
     */
    public Map<String, Object> of(String kind) {
        Map<String, Object> properties = new TreeMap<>(map);
        map.forEach((key, value) -> {
            if (key.startsWith(kind + '.')) {
                properties.put(key.substring(kind.length() + 1), value);
            }
        });
        return properties;
    }

    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>();
        map.forEach((key, value) -> shown.put(key, isSecret(key) ? "[hidden]" : withoutCredentials(value)));
        return shown.toString();
    }

    private static boolean isSecret(String key) {
        return SECRET.matcher(key.toLowerCase(Locale.ROOT)).find();
    }

    private static String withoutCredentials(String value) {
        return CREDENTIALS_IN_ADDRESS.matcher(value).replaceAll("//[hidden]@");
    }
}
