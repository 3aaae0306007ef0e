package dev.tocsin.serde;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.security.SslFactory;

/**
 * Speaks to a registry over HTTP; the only class that sees Confluent's client.
 *
 * <p>It uses the client's REST layer and not its caching client: that one cannot tell an id of a JSON or Protobuf
 * schema (which will never be readable) from a broken answer (which may be better next time), and it stops checking
 * host names as soon as it is given any setting. Callers cache.
 */
final class ConfluentRegistry implements RegistryBackend {
    private static final String BUFFER_SECONDS = "bearer.auth.cache.expiry.buffer.seconds";
    private static final String ENDPOINT_ALGORITHM = "ssl.endpoint.identification.algorithm";

    private final RestService rest;
    private final RegistryFailures failures;

    private ConfluentRegistry(RestService rest, RegistryFailures failures) {
        this.rest = rest;
        this.failures = failures;
    }

    static ConfluentRegistry connect(RegistrySettings settings) {
        RestService rest = new RestService(settings.urls());
        try {
            rest.configure(clientConfig(settings));
            useTls(rest, settings.startingWith("ssl."));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The " + RegistrySettings.PREFIX + "* settings do not work: " + RegistryFailures.deepest(e), e);
        }
        return new ConfluentRegistry(rest, new RegistryFailures(settings.shownUrls()));
    }

    /** Looks first: that needs no right to write, and finds the schema under another spelling of its text. */
    @Override
    public int register(String subject, String schemaJson) {
        try {
            return idOf(subject, schemaJson);
        } catch (SchemaNotFoundException e) {
            return call(
                    "registering a schema under " + subject,
                    () -> realId(rest.registerSchema(schemaJson, subject, false).getId()));
        }
    }

    /** Some registries compare text, white space and all, unless told to normalise; some do not know how to. */
    @Override
    public int idOf(String subject, String schemaJson) {
        try {
            return lookUp(subject, schemaJson, false);
        } catch (SchemaNotFoundException e) {
            return lookUp(subject, schemaJson, true);
        }
    }

    private int lookUp(String subject, String schemaJson, boolean normalize) {
        return call(
                "looking up a schema under " + subject,
                () -> realId(rest.lookUpSubjectVersion(schemaJson, subject, normalize, false)
                        .getId()));
    }

    @Override
    public String schemaById(int id) {
        SchemaString found = call("looking up schema id " + id, () -> rest.getId(id));
        String text = call("looking up schema id " + id, () -> present(found.getSchemaString()));
        List<SchemaReference> references = found.getReferences();
        return references == null || references.isEmpty() || !"AVRO".equals(found.getSchemaType())
                ? text
                : inlined(text, references);
    }

    @Override
    public void check() {
        call("asking for its schema types", rest::getSchemaTypes);
    }

    @Override
    public void close() {
        // The client opens a connection per call and keeps none.
    }

    private String inlined(String text, List<SchemaReference> references) {
        org.apache.avro.Schema.Parser parser = new org.apache.avro.Schema.Parser();
        try {
            parseAll(references, parser, new HashSet<>());
            return parser.parse(text).toString();
        } catch (AvroRuntimeException e) {
            return text; // Not readable with its references either: let the decoder say so.
        }
    }

    private void parseAll(List<SchemaReference> references, org.apache.avro.Schema.Parser parser, Set<String> seen) {
        for (SchemaReference reference : references) {
            if (seen.add(reference.getName())) {
                String what = "looking up " + reference.getSubject() + " version " + reference.getVersion();
                Schema schema = call(what, () -> rest.getVersion(reference.getSubject(), reference.getVersion()));
                parseAll(schema.getReferences(), parser, seen);
                parser.parse(schema.getSchema());
            }
        }
    }

    private <R> R call(String what, Request<R> request) {
        try {
            return present(request.send());
        } catch (RestClientException e) {
            throw failures.answered(what, e.getStatus(), e.getErrorCode(), e);
        } catch (IOException | RuntimeException e) {
            throw failures.unanswered(what, e);
        }
    }

    /** The client returns null for an empty answer and leaves out what an answer lacks. */
    private static <R> R present(@org.jspecify.annotations.Nullable R answer) {
        return Objects.requireNonNull(answer, "malformed answer");
    }

    private static int realId(int id) throws IOException {
        if (id <= 0) {
            throw new IOException("malformed answer: no schema id");
        }
        return id;
    }

    private static Map<String, Object> clientConfig(RegistrySettings settings) {
        Map<String, Object> config = new HashMap<>(settings.client());
        config.computeIfPresent(BUFFER_SECONDS, (key, value) -> Short.valueOf(value.toString()));
        return config;
    }

    private static void useTls(RestService rest, Map<String, String> ssl) {
        if (ssl.isEmpty()) {
            return;
        }
        rest.setSslSocketFactory(new SslFactory(ssl).sslContext().getSocketFactory());
        String algorithm = ssl.getOrDefault(ENDPOINT_ALGORITHM, "https");
        if (algorithm.isEmpty() || algorithm.equals("none")) {
            rest.setHostnameVerifier((host, session) -> true);
        }
    }

    /** One request through the client. */
    private interface Request<R> {
        R send() throws IOException, RestClientException;
    }
}
