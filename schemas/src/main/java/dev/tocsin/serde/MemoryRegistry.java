package dev.tocsin.serde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A registry in this process for {@code mock://scope}: everyone who names the scope shares it, until the process ends.
 *
 * <p>As with a real one, equal schemas have one id whatever the subject. It checks no compatibility.
 */
final class MemoryRegistry implements RegistryBackend {
    private static final Map<String, MemoryRegistry> SCOPES = new ConcurrentHashMap<>();

    /** The schema of id n is at n - 1. */
    private final List<String> schemas = new ArrayList<>();

    private final Map<String, Set<Integer>> idsBySubject = new HashMap<>();

    static MemoryRegistry ofScope(String scope) {
        return SCOPES.computeIfAbsent(scope, name -> new MemoryRegistry());
    }

    @Override
    public synchronized int register(String subject, String schemaJson) {
        String schema = parsed(schemaJson);
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        int id = schemas.indexOf(schema) + 1;
        idsBySubject.computeIfAbsent(subject, name -> new TreeSet<>()).add(id);
        return id;
    }

    @Override
    public synchronized int idOf(String subject, String schemaJson) {
        int id = schemas.indexOf(parsed(schemaJson)) + 1;
        if (!idsBySubject.getOrDefault(subject, Set.of()).contains(id)) {
            throw new SchemaNotFoundException("Subject " + subject + " does not have this schema.", null);
        }
        return id;
    }

    @Override
    public synchronized String schemaById(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new SchemaNotFoundException("There is no schema with id " + id + ".", null);
        }
        return schemas.get(id - 1);
    }

    @Override
    public void check() {
        // Always there.
    }

    @Override
    public void close() {
        // Others may share the scope.
    }

    private static String parsed(String schemaJson) {
        try {
            return new Schema.Parser().parse(schemaJson).toString();
        } catch (AvroRuntimeException e) {
            throw new SchemaRejectedException("This is not an Avro schema: " + e.getMessage(), e);
        }
    }
}
