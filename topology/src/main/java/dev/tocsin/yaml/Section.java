package dev.tocsin.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys below one path of a document, with what overrides them.
 *
 * <p>Asking for a key is what makes it known: after everything was asked for, {@link #refuseUnknown} tells what is left
 * over. A wrong value is noted among the faults and counts as not given, so that reading goes on.
 */
public final class Section {
    private final String path;
    private final int line;
    private final Map<String, Node> entries;
    private final Overrides overrides;
    private final Faults faults;
    private final TreeSet<String> asked = new TreeSet<>();
    private final List<Section> sections = new ArrayList<>();

    private Section(String path, int line, Map<String, Node> entries, Overrides overrides, Faults faults) {
        this.path = path;
        this.line = line;
        this.entries = entries;
        this.overrides = overrides;
        this.faults = faults;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidDocumentException when it cannot be read at all, as {@code faults} makes it
     */
    public static Section read(Path file, Overrides overrides, Faults faults) {
        return parse(TextFile.read(file, faults), overrides, faults);
    }

    /** The same for a document that is at hand. */
    public static Section parse(String text, Overrides overrides, Faults faults) {
        return new Section("", Fault.NO_LINE, TreeReader.read(text, faults).entries(), overrides, faults);
    }

    /** The keys below a key; none when it is not there or holds nothing. */
    public Section section(String key) {
        asked.add(key);
        Node node = entries.get(key);
        int start = node == null ? Fault.NO_LINE : node.line();
        Section section = new Section(pathOf(key), start, keysBelow(key), overrides, faults);
        sections.add(section);
        return section;
    }

    /**
     * The keys that stand here, in the order of the document, for names that are free.
     *
     * @param most more are a fault, and not read
     */
    public Set<String> keys(int most) {
        if (entries.size() <= most) {
            return Collections.unmodifiableSet(entries.keySet());
        }
        asked.addAll(entries.keySet());
        fault("expected at most " + most + " keys, found " + entries.size());
        return Set.of();
    }

    /**
     * The maps of a list below a key; none when it is not there or holds nothing.
     *
     * @param most more are a fault, and not read
     */
    public List<Section> items(String key, int most) {
        List<Section> items = new ArrayList<>();
        List<Node> nodes = list(key);
        if (nodes.size() > most) {
            fault(key, "expected at most " + most + " entries, found " + nodes.size());
            return items;
        }
        for (Node node : nodes) {
            String where = pathOf(key) + '[' + items.size() + ']';
            if (!(node instanceof Node.Keys)) {
                add(where, "expected a map of keys, found " + node.found(), node);
            }
            Map<String, Node> below = node instanceof Node.Keys keys ? keys.entries() : Map.of();
            items.add(new Section(where, node.line(), below, overrides, faults));
        }
        sections.addAll(items);
        return items;
    }

    /** The values of a list below a key; none when it is not there or holds nothing. */
    public <T> List<T> values(String key, Value<T> value) {
        List<T> values = new ArrayList<>();
        for (Node node : list(key)) {
            read(node, pathOf(key), value).ifPresent(values::add);
        }
        return values;
    }

    private List<Node> list(String key) {
        asked.add(key);
        Node node = entries.get(key);
        if (node instanceof Node.Items items) {
            return items.items();
        }
        if (node != null && !(node instanceof Node.Nothing)) {
            add(pathOf(key), "expected a list, found " + node.found(), node);
        }
        return List.of();
    }

    private Map<String, Node> keysBelow(String key) {
        Node node = entries.get(key);
        if (node instanceof Node.Keys keys) {
            return keys.entries();
        }
        if (node != null && !(node instanceof Node.Nothing)) {
            add(pathOf(key), "expected a map of keys, found " + (node instanceof Node.Items ? "a list" : "text"), node);
        }
        return Map.of();
    }

    public boolean has(String key) {
        return given(key).isPresent();
    }

    public <T> T get(String key, Value<T> value, T fallback) {
        return find(key, value).orElse(fallback);
    }

    /** A value that must be given; the stand-in is for reading on until the faults are told. */
    public <T> T require(String key, Value<T> value, T standIn) {
        if (!has(key)) {
            asked.add(key);
            faults.add(new Fault(pathOf(key), "is missing; expected " + value.expected(), line));
        }
        return get(key, value, standIn);
    }

    public <T> Optional<T> find(String key, Value<T> value) {
        asked.add(key);
        Optional<Given> given = given(key);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Node node = given.get().node();
        return read(node, given.get().where(), value);
    }

    private <T> Optional<T> read(Node node, String where, Value<T> value) {
        Optional<T> read = node instanceof Node.Text text ? value.reader().apply(text.text()) : Optional.empty();
        if (read.isEmpty()) {
            add(where, "expected " + value.expected() + ", found " + node.found(), node);
        }
        return read;
    }

    private Optional<Given> given(String key) {
        return overrides.find(pathOf(key)).or(() -> Optional.ofNullable(entries.get(key))
                .map(node -> new Given(pathOf(key), node)));
    }

    /** Everything here as it stands, for keys that somebody else knows. */
    public Map<String, String> properties() {
        Map<String, Node> nodes = new LinkedHashMap<>(entries);
        overrides.below(path).forEach((key, override) -> nodes.put(key, override.node()));
        Map<String, String> properties = new LinkedHashMap<>();
        nodes.forEach((key, node) -> {
            asked.add(key);
            if (node instanceof Node.Text text) {
                properties.put(key, text.text());
            } else {
                add(pathOf(key), "expected one value after the whole dotted key, found " + node.found(), node);
            }
        });
        return properties;
    }

    /** Notes a fault that only the reader of the values can see. What was found is not quoted. */
    public void fault(String key, String sentence) {
        faults.add(faultAt(key, sentence));
    }

    /** A fault that is not noted, or not yet. */
    public Fault faultAt(String key, String sentence) {
        return given(key)
                .map(given -> new Fault(given.where(), sentence, given.node().line()))
                .orElseGet(() -> new Fault(pathOf(key), sentence, Fault.NO_LINE));
    }

    /** Notes a fault of several keys here. */
    public void fault(String sentence) {
        faults.add(new Fault(path, sentence, line));
    }

    /** What stands under a key, as a fault quotes it. */
    public String found(String key) {
        return given(key).map(given -> given.node().found()).orElse("nothing");
    }

    /** Notes every key, here and below, that nobody asked for; at the top, every variable too. */
    public void refuseUnknown() {
        entries.forEach((key, node) -> {
            if (!asked.contains(key)) {
                faults.add(new Fault(pathOf(key), "unknown key; " + hint(key), node.line()));
            }
        });
        sections.forEach(Section::refuseUnknown);
        if (path.isEmpty()) {
            overrides.refuseUnknown(faults);
        }
    }

    private String hint(String key) {
        return NearestName.to(key, asked)
                .map(nearest -> "did you mean " + nearest + '?')
                .orElse("allowed here: " + String.join(", ", asked));
    }

    private void add(String where, String sentence, Node node) {
        faults.add(new Fault(where, sentence, node.line()));
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + '.' + key;
    }
}
