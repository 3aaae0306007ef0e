package dev.tocsin.config;

import dev.tocsin.yaml.Section;
import dev.tocsin.yaml.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;

/** Reads the properties that are passed on to the clients of Kafka and of the schema registry. */
final class Clients {
    static final String REGISTRY_PREFIX = "schema.registry.";

    /** Kafka's properties that have a key of our own; two places for one thing would contradict each other. */
    private static final Map<String, String> OWN_KEYS = Map.of(
            "application.id", "application-id",
            "application.server", "http.advertised",
            "num.stream.threads", "threads",
            "num.standby.replicas", "standbys",
            "processing.guarantee", "guarantee",
            "state.dir", "state-dir");

    private static final Pattern SERVERS = Pattern.compile("[^\\s,]+:\\d{1,5}(\\s*,\\s*[^\\s,]+:\\d{1,5})*");
    private static final Pattern ADDRESSES =
            Pattern.compile("mock://\\S+|https?://[^\\s,]+(\\s*,\\s*https?://[^\\s,]+)*");

    private static final Value<String> BOOTSTRAP_SERVERS =
            Value.TEXT.where("host:port of a broker, several with commas between", text -> SERVERS.matcher(text)
                    .matches());

    /** Checked later, by who does not quote it: it may hold a password. */
    private static final Value<String> URL =
            Value.TEXT.where("the registry's address, such as http://127.0.0.1:8081", text -> true);

    private Clients() {}

    static ClientProperties kafka(Section section) {
        section.require("bootstrap.servers", BOOTSTRAP_SERVERS, "");
        Map<String, String> properties = section.properties();
        properties.keySet().forEach(key -> Optional.ofNullable(OWN_KEYS.get(key))
                .ifPresent(own -> section.fault(key, "is set by Tocsin; use the key " + own + " instead")));
        properties.forEach((key, value) -> {
            if (key.endsWith(SaslConfigs.SASL_JAAS_CONFIG) && !isJaas(value)) {
                section.fault(
                        key,
                        "Kafka cannot read this entry; expected a login module, required, and what it needs, such as"
                                + " org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"...\" password=\"...\";");
            }
        });
        return new ClientProperties(properties);
    }

    /** Asked here, of Kafka's own reader, because what it says of a bad entry quotes from it. */
    private static boolean isJaas(String value) {
        try {
            JaasContext.loadClientContext(Map.of(SaslConfigs.SASL_JAAS_CONFIG, new Password(value)));
            return true;
        } catch (KafkaException | IllegalArgumentException e) {
            return false;
        }
    }

    static ClientProperties schemaRegistry(Section section) {
        String url = section.require("url", URL, "");
        if (!url.isEmpty() && !ADDRESSES.matcher(url).matches()) {
            section.fault("url", "expected http:// or https:// addresses with commas between, or mock:// and a name");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        section.properties().forEach((key, value) -> {
            if (key.startsWith(REGISTRY_PREFIX)) {
                section.fault(key, "write " + key.substring(REGISTRY_PREFIX.length()) + "; the prefix is added");
            }
            properties.put(REGISTRY_PREFIX + key, value);
        });
        return new ClientProperties(properties);
    }
}
