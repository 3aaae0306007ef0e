package dev.tocsin.yaml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Environment variables that override keys: with the prefix {@code TOCSIN_}, {@code TOCSIN_HTTP_PORT} stands for
 * {@code http.port}. A blank variable counts as not set, as scripts that pass variables on often set blank ones.
 */
public final class Overrides {
    private final String prefix;
    private final Map<String, String> variables;
    private final Set<String> asked = new TreeSet<>();

    private Overrides(String prefix, Map<String, String> variables) {
        this.prefix = prefix;
        this.variables = variables;
    }

    /** For documents that nothing overrides. */
    public static Overrides none() {
        return new Overrides("", Map.of());
    }

    /**
     * The variables of an environment that start with a prefix.
     *
     * @param ignored names with the prefix that are not meant for us
     */
    public static Overrides of(String prefix, Map<String, String> environment, Predicate<String> ignored) {
        Map<String, String> ours = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(prefix) && !value.isBlank() && !ignored.test(name) && !isServiceLink(name, value)) {
                ours.put(name, value);
            }
        });
        return new Overrides(prefix, ours);
    }

    /** Kubernetes sets such variables in every pod beside a service whose name starts like the prefix. */
    private static boolean isServiceLink(String name, String value) {
        return name.matches(".*_(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP)(_\\w+)?)")
                || (name.endsWith("_PORT") && value.matches("(tcp|udp)://.*"));
    }

    Optional<Given> find(String path) {
        String name = name(path);
        asked.add(name);
        return Optional.ofNullable(variables.get(name)).map(value -> given(name, path, value));
    }

    /** All variables below a path whose keys are free; what follows is a key in lower case with dots. */
    Map<String, Given> below(String path) {
        Map<String, Given> found = new LinkedHashMap<>();
        String start = name(path) + '_';
        variables.forEach((name, value) -> {
            if (name.startsWith(start) && name.length() > start.length()) {
                String key =
                        name.substring(start.length()).toLowerCase(Locale.ROOT).replace('_', '.');
                asked.add(name);
                found.put(key, given(name, path + '.' + key, value));
            }
        });
        return found;
    }

    private static Given given(String name, String path, String value) {
        return new Given(name + " (" + path + ')', new Node.Text(value, Fault.NO_LINE));
    }

    private String name(String path) {
        return prefix + path.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    void refuseUnknown(Faults faults) {
        for (String name : variables.keySet()) {
            if (!asked.contains(name)) {
                String hint = NearestName.to(name.substring(prefix.length()), names())
                        .map(nearest -> "; did you mean " + prefix + nearest + '?')
                        .orElse("; no key has this name");
                faults.add(new Fault(name, "unknown environment variable" + hint, Fault.NO_LINE));
            }
        }
    }

    /** Without the prefix, which would make every name similar. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        asked.forEach(name -> names.add(name.substring(prefix.length())));
        return names;
    }
}
